package dev.startide.domain.star;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Shares;
import dev.startide.domain.normalize.Shares.Share;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.warehouse.star.SpecialMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The diagnoses of a visit, of which one that is missing is said to be not applicable.
class BridgeRowsTest {

    private static final Key VISIT = Key.of("v-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final BigDecimal HALF = new BigDecimal("0.50000000");

    private final BridgeRows rows = new BridgeRows(Clinic.visits().bridges().getFirst());
    private final NumberedKeys keys = new NumberedKeys();

    @Test
    void haveTheVersionAtTheTimeOfTheFact() {
        // When
        var written = rows.write(VISIT, NOON, new Shares(List.of(new Share(Key.of("d-1"), HALF))), keys);

        // Then
        assertThat(written).hasSize(1);
        assertThat(written.getFirst()).containsExactly("v-1", NumberedKeys.LATER, NumberedKeys.DURABLE, NOON, HALF);
    }

    @Test
    void comeBackAsTheyWere() {
        // Given
        var said = new Shares(List.of(new Share(Key.of("d-1"), HALF), new Share(SpecialMember.INVALID, HALF)));

        // When
        var written = rows.write(VISIT, NOON, said, keys);

        // Then
        assertThat(written.getLast()).startsWith("v-1", -3L, -3L);
        assertThat(rows.read(stored(written, said))).isEqualTo(said);
    }

    @Test
    void standForNobodyWhereNothingIsKnown() {
        // When
        var written = rows.write(VISIT, NOON, null, keys);

        // Then
        assertThat(written).hasSize(1);
        assertThat(written.getFirst()).startsWith("v-1", -2L, -2L);
        assertThat(rows.read(stored(written, Shares.NOBODY))).isNull();
        assertThat(rows.read(List.of())).isNull();
    }

    @Test
    void keepThatOneOfSeveralIsMissing() {
        // Given
        var said = new Shares(List.of(new Share(Key.of("d-1"), HALF), new Share(SpecialMember.UNKNOWN, HALF)));

        // When
        var written = rows.write(VISIT, NOON, said, keys);

        // Then
        assertThat(rows.read(stored(written, said))).isEqualTo(said);
    }

    private static List<StoredShare> stored(List<@Nullable Object[]> written, Shares said) {
        List<StoredShare> stored = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            Object member = said.all().get(index).member();
            stored.add(new StoredShare(
                    written.get(index), member instanceof Key key ? Optional.of(key) : Optional.empty()));
        }
        return stored;
    }
}
