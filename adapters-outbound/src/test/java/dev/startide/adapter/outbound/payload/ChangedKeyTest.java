package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.computed;
import static dev.startide.adapter.outbound.payload.Orders.json;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.adapter.outbound.payload.Orders.typed;
import static dev.startide.adapter.outbound.payload.Orders.value;
import static dev.startide.adapter.outbound.payload.Rows.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A changed primary key: a row that is gone and one that has come, each with the other's key in a
/// header.
class ChangedKeyTest {

    private static final String CAME = envelope("c", "null", "{\"id\":2}");
    private static final String WENT = envelope("d", "{\"id\":1}", "null");

    private final EventReader following = Rows.readerOfChangingKeys(computed("former_id", "int", "change.oldkey.id"));
    private final EventReader others = Rows.reader(computed("former_id", "int", "change.oldkey.id"));

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1}", "{\"schema\":{\"type\":\"struct\"},\"payload\":{\"id\":1}}"})
    void showsTheKeyThatARowHadBefore(String header) {
        // When
        Reading reading = following.read(with("__debezium.oldkey", header, CAME));

        // Then
        assertThat(value(reading, "id")).isEqualTo(2);
        assertThat(value(reading, "former_id")).isEqualTo(1);
    }

    @Test
    void saysNothingOfAKeyBeforeWhereThereWasNone() {
        // When
        Reading reading = following.read(json(CAME));

        // Then
        assertThat(value(reading, "former_id")).isEqualTo(Unsaid.UNSAID);
    }

    @Test
    void isAnotherStatementIfTheKeyBeforeIsAnother() {
        // When
        Reading one = following.read(with("__debezium.oldkey", "{\"id\":1}", CAME));
        Reading other = following.read(with("__debezium.oldkey", "{\"id\":3}", CAME));

        // Then
        assertThat(typed(one).order()).isNotEqualTo(typed(other).order());
    }

    @Test
    void ignoresThatTheOldKeyIsGoneWhereKeysAreFollowed() {
        // When
        Reading reading = following.read(with("__debezium.newkey", "{\"id\":2}", WENT));

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Ignored.class,
                        ignored -> assertThat(ignored.rule()).isEqualTo(Reading.Ignored.KEY_CHANGED));
    }

    @Test
    void deletesTheOldKeyWhereKeysAreNotFollowed() {
        // When
        Reading reading = others.read(with("__debezium.newkey", "{\"id\":2}", WENT));

        // Then
        assertThat(typed(reading).kind()).isEqualTo(ChangeKind.GONE);
    }

    @Test
    void deletesARowThatHasNoOtherKey() {
        // When
        Reading reading = following.read(json(WENT));

        // Then
        assertThat(typed(reading).kind()).isEqualTo(ChangeKind.GONE);
    }

    @Test
    void refusesAKeyBeforeThatIsNotJson() {
        // When
        Reading reading = following.read(with("__debezium.oldkey", "Struct{id=1}", CAME));

        // Then
        assertThat(refusal(reading).reason()).isEqualTo(Reason.PAYLOAD_UNREADABLE);
    }

    private static LoggedEvent with(String header, String value, String content) {
        Payload payload = new Payload.SelfDescribing("application/json", content.getBytes(StandardCharsets.UTF_8));
        return Orders.logged(payload, Map.of(header, value));
    }
}
