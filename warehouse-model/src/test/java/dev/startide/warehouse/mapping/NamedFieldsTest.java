package dev.startide.warehouse.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.mapping.DescribedField.Content;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.schema.LogicalType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamedFieldsTest {

    private static final Content TEXT = new Content.Value(new LogicalType.Text(), List.of());

    @Test
    void keepsNamesThatColumnsCanHave() {
        // When
        var named = NamedFields.of(List.of(field("order_id", TEXT)));

        // Then
        assertThat(shown(named)).containsExactly("order_id: same");
    }

    @Test
    void respellsOtherNames() {
        // When
        var named = NamedFields.of(Stream.of("orderId", "HTTPStatus", "a name", "it's", "order", "_id", "7", "in")
                .map(name -> field(name, TEXT))
                .toList());

        // Then
        assertThat(shown(named))
                .containsExactly(
                        "order_id: event.orderId",
                        "http_status: event.HTTPStatus",
                        "a_name: event['a name']",
                        "it_s: event['it\\'s']",
                        "order_value: event.order",
                        "id: event._id",
                        "field: event['7']",
                        "in_value: event['in']");
    }

    @Test
    void givesEachFieldANameOfItsOwn() {
        // When
        var named = NamedFields.of(List.of(field("orderId", TEXT), field("order_id", TEXT), field("OrderID", TEXT)));

        // Then
        assertThat(shown(named))
                .containsExactly("order_id_2: event.orderId", "order_id: same", "order_id_3: event.OrderID");
    }

    @Test
    void looksIntoObjects() {
        // When
        var named = NamedFields.of(List.of(
                field("address", new Content.Members(List.of(field("city", TEXT), field("zipCode", TEXT))))));

        // Then
        assertThat(shown(named))
                .containsExactly("address_city: event.address.city", "address_zip_code: event.address.zipCode");
    }

    @Test
    void namesElementsApartFromTheirEvent() {
        // When
        var named = NamedFields.of(List.of(
                field("id", TEXT),
                field("lines", new Content.Elements(List.of(field("id", TEXT), field("qty", TEXT))))));

        // Then
        assertThat(shown(named)).containsExactly("id: same", "lines: [line_id: element.id, qty: same]");
    }

    @Test
    void readsAListOfAnotherSpellingAsAWhole() {
        // When
        var named = NamedFields.of(List.of(field("orderLines", new Content.Elements(List.of(field("id", TEXT))))));

        // Then
        assertThat(shown(named)).containsExactly("order_lines: event.orderLines");
    }

    @Test
    void requiresNothingOfAnObjectThatMayBeAbsent() {
        // Given
        var inner = new DescribedField("city", TEXT, Presence.REQUIRED, "");

        // When
        var named = NamedFields.of(
                List.of(new DescribedField("address", new Content.Members(List.of(inner)), Presence.OPTIONAL, "")));

        // Then
        assertThat(((Field.Scalar) named.fields().getFirst().field()).presence())
                .isEqualTo(Presence.OPTIONAL);
    }

    @Test
    void leavesOutWhatNothingIsReadFrom() {
        // When
        var named = NamedFields.of(List.of(field("at", new Content.Unreadable("a local timestamp"))));

        // Then
        assertThat(named.fields()).isEmpty();
        assertThat(named.leftOut()).containsExactly(new NamedFields.LeftOut(List.of("at"), "a local timestamp"));
    }

    private static DescribedField field(String name, Content content) {
        return new DescribedField(name, content, Presence.REQUIRED, "");
    }

    private static List<String> shown(NamedFields named) {
        return named.fields().stream().map(NamedFieldsTest::shown).toList();
    }

    private static String shown(NamedField field) {
        return switch (field) {
            case NamedField.Single single -> single.name() + ": " + value(single.field());
            case NamedField.Repeated list ->
                list.name() + ": "
                        + list.element().stream().map(NamedFieldsTest::shown).toList();
        };
    }

    private static String value(Field.Scalar field) {
        return switch (field.value()) {
            case Field.ValueSource.SameName() -> "same";
            case Field.ValueSource.Cel(var expression) -> expression;
            case Field.ValueSource.Unknown() -> "unknown";
        };
    }
}
