package dev.startide.warehouse.validation;

import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.Source.Dedupe;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Role;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelResolverTest {

    @Test
    void findsNothingWrongWithTheShop() {
        // When
        var issues = Resolutions.issues(Documents.shop());

        // Then
        assertThat(issues).isEmpty();
    }

    @Test
    void putsEntitiesAfterThoseTheyReferTo() {
        // Given
        var yaml = Documents.shopWith(
                "entities:                                       # normalized tables: the current state\n", """
                entities:
                  review: { from: customer_changed, key: name, references: { customer_id: customer } }
                """);

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.entities())
                .extracting(entity -> entity.name().value())
                .containsExactly("customer", "review", "product", "order", "order_line");
    }

    @Test
    void letsAnEntityReferToItself() {
        // Given
        var yaml = Documents.shopWith(
                "{ from: customer_changed, key: customer_id }",
                "{ from: customer_changed, key: customer_id, references: { name: customer } }");

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.entity(new EntityName("customer")).references())
                .extracting(Entity.Reference::target)
                .containsExactly(new EntityName("customer"));
    }

    @Test
    void takesAllSingleValuesOfAllEventsIntoAnEntity() {
        // When
        var model = Resolutions.valid(Documents.shop());

        // Then
        assertThat(model.entity(new EntityName("order")).columns())
                .extracting(attribute -> attribute.name().value())
                .containsExactly("order_id", "customer_id", "channel", "placed_at", "shipped_at");
    }

    @Test
    void takesTheKeyOfAnElementFromTheEventAroundIt() {
        // When
        var model = Resolutions.valid(Documents.shop());

        // Then
        assertThat(model.entity(new EntityName("order_line")).columns())
                .extracting(attribute -> attribute.name().value())
                .containsExactly("order_id", "line_no", "product_id", "quantity", "unit_price");
    }

    @Test
    void requiresKeysTimesAndGrainsAndNothingElse() {
        // When
        var model = Resolutions.valid(Documents.shop());

        // Then
        var placed = model.event(new EventName("order_placed")).fields();
        assertThat(placed.fields().stream()
                        .filter(Field.Scalar.class::isInstance)
                        .map(Field.Scalar.class::cast)
                        .filter(field -> field.presence() == Presence.REQUIRED))
                .extracting(field -> field.name().value())
                .containsExactly("order_id", "placed_at");
        var lines = (Field.Nested) placed.fields().get(placed.slotOf(column("lines")));
        assertThat(lines.element().fields().stream()
                        .map(Field.Scalar.class::cast)
                        .filter(field -> field.presence() == Presence.REQUIRED))
                .extracting(field -> field.name().value())
                .containsExactly("line_no");
    }

    @Test
    void feedsEntitiesAndFactsFromTheirEvents() {
        // When
        var model = Resolutions.valid(Documents.shop());

        // Then
        assertThat(model.factFeeds())
                .containsExactly(new Feed<>(
                        new FactName("order_line"),
                        new EventName("order_placed"),
                        new Feed.Scope.EachElement(column("lines"))));
        assertThat(model.entityFeeds())
                .contains(new Feed<>(
                        new EntityName("order"), new EventName("order_shipped"), new Feed.Scope.WholeEvent()));
    }

    @Test
    void knowsWhichEventsDelete() {
        // Given
        var yaml = Documents.shopWith(
                "{ from: [order_placed, order_shipped], key: order_id",
                "{ from: order_placed, deleted_by: order_shipped, key: order_id");

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.entityFeeds())
                .contains(new Feed<>(
                        new EntityName("order"),
                        new EventName("order_shipped"),
                        new Feed.Scope.WholeEvent(),
                        Feed.Effect.DELETES));
        assertThat(model.entity(new EntityName("order")).attributes())
                .extracting(attribute -> attribute.name().value())
                .doesNotContain("shipped_at");
    }

    @Test
    void restrictsAFactToTheEventsItNames() {
        // Given
        var yaml = Documents.shopWith(
                "\nmarts:\n",
                "  orders: { of: order, from: order_shipped, grain: order_id, time: shipped_at }\n\nmarts:\n");

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.factFeeds())
                .contains(new Feed<>(
                        new FactName("orders"), new EventName("order_shipped"), new Feed.Scope.WholeEvent()));
    }

    @Test
    void tellsRolesOfMembersFromRolesOfDays() {
        // When
        var model = Resolutions.valid(Documents.shop());

        // Then
        assertThat(model.fact(new FactName("order_line")).roles())
                .contains(new Role.OfDay(
                        column("ordered"),
                        new DimensionName("date"),
                        new Attribute(column("placed_at"), new LogicalType.Timestamp(), "")));
    }

    @Test
    void knowsHowEachKindOfSourceRecognisesDoubledEvents() {
        // Given
        var yaml = Documents.shopWith(
                "{ path: /events/products } }", "{}, dedupe: { id: 36h } }\n  nothing: { file: {} }");

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.source(new SourceName("orders")).dedupe()).isEqualTo(new Dedupe.ByPosition());
        assertThat(model.source(new SourceName("products")))
                .isEqualTo(new Source(
                        new SourceName("products"),
                        "http",
                        Source.PayloadFormat.JSON,
                        new Dedupe.ById(Duration.ofHours(36)),
                        Map.of("path", "/events/products")));
        assertThat(model.source(new SourceName("nothing")).dedupe())
                .isEqualTo(new Dedupe.ById(Dedupe.ById.DEFAULT_WINDOW));
    }

    @Test
    void handsOwnOptionsToOwnKindsOfSources() {
        // Given
        var yaml = Documents.shopWith(
                "{ http:   { path: /events/products } }", "{ carrier_pigeon: { wings: 2 }, dedupe: none }");

        // When
        var source = Resolutions.valid(yaml).source(new SourceName("products"));

        // Then
        assertThat(source.options()).containsExactly(Map.entry("wings", "2"));
        assertThat(source.dedupe()).isEqualTo(new Dedupe.None());
    }

    @Test
    void takesTheTimeZoneOfTheModel() {
        // Given
        var yaml = Documents.shopWith("name: webshop", "name: webshop\ntime_zone: Europe/Vienna");

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.timeZone()).isEqualTo(ZoneId.of("Europe/Vienna"));
    }

    @Test
    void acceptsLongFormsWhereverThereAreShortOnes() {
        // Given
        var yaml = Documents.shop()
                .replace("{ customer_id: customer }", "{ buyer: { entity: customer, key: [customer_id] } }")
                .replace(
                        "      quantity: sum\n",
                        "      quantity: { agg: sum, additive: true, unit: pieces, description: How many }\n")
                .replace("revenue: sum(amount)", "revenue: { sql: sum(amount), description: What was paid }")
                .replace("product: product_id\n", "product: { dimension: product, key: [product_id] }\n");

        // When
        var issues = Resolutions.issues(yaml);

        // Then
        assertThat(issues).isEmpty();
    }

    @Test
    void readsACalendarWithItsDefaults() {
        // Given
        var yaml = Documents.shopWith("from: 2020-01-01, years_ahead: 2", "from: 2020-01-01");

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.dimension(new DimensionName("date")))
                .isInstanceOfSatisfying(
                        Dimension.Calendar.class,
                        calendar -> assertThat(calendar.yearsAhead()).isEqualTo(2));
    }

    @Test
    void refusesADocumentThatIsNoModel() {
        // When
        var issues = Resolutions.issues("[ 1, 2 ]");

        // Then
        assertThat(issues).containsExactly("ERROR: is a list. Write keys with values, such as 'a: b'.");
    }
}
