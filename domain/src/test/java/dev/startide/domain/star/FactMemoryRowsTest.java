package dev.startide.domain.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.star.SpecialMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of facts beside their tables comes back as it was.
class FactMemoryRowsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LanePosition HERE = new LanePosition(new LaneId(3), 17);
    private static final ChangeOrder FIRST = new ChangeOrder(NOON, 5, new EventDigest(1, 2));
    private static final ChangeOrder SECOND = new ChangeOrder(NOON, 6, new EventDigest(3, 4));
    private static final Key GRAIN = Key.of("o-1", 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void bringsBackAFactThatIsGone() {
        // Given
        FactMemoryRows rows = new FactMemoryRows(memory("sale__gone"));
        @Nullable
        Object[] sale = {
            NOON, Key.of("k1"), SpecialMember.INVALID, Key.of(7), DAY, null, "web", 3, new BigDecimal("9.50")
        };
        Register told = Register.empty(sale.length);
        told.accept(FIRST, sale, HERE);
        told.accept(SECOND, ChangeKind.GONE, Unsaid.nothing(sale.length), new LanePosition(new LaneId(3), 18));

        // When
        Register read = rows.readGone(rows.writeGone(GRAIN, told));

        // Then
        for (int slot = 0; slot < sale.length; slot++) {
            assertThat(read.value(slot)).as("slot %d", slot).isEqualTo(sale[slot]);
        }
        assertThat(read.isGone()).isTrue();
        assertThat(read.latest()).isEqualTo(SECOND);
        assertThat(read.cause()).isEqualTo(new LanePosition(new LaneId(3), 18));
    }

    @Test
    void doesNotLetOlderStatementsIntoAFactThatIsGone() {
        // Given
        FactMemoryRows rows = new FactMemoryRows(memory("sale__gone"));
        Register told = Register.empty(9);
        told.accept(SECOND, new Object[] {NOON, null, null, null, null, null, "web", null, null}, HERE);

        // When
        Register read = rows.readGone(rows.writeGone(GRAIN, told));
        read.accept(FIRST, new Object[] {NOON, null, null, null, null, null, "shop", null, null}, HERE);

        // Then
        assertThat(read.value(6)).isEqualTo("web");
    }

    @Test
    void bringsBackAChange() {
        // Given
        FactMemoryRows rows = new FactMemoryRows(memory("booking__fact_change"));
        @Nullable
        Object[] slots = {NOON, Key.of("k1"), SpecialMember.INVALID, null, Unsaid.UNSAID, 3, new BigDecimal("9.50")};

        // When
        FactChange read = rows.readChange(rows.writeChange(new FactChange(GRAIN, FIRST, slots, HERE)));

        // Then
        assertThat(read.slots()).containsExactly(slots);
        assertThat(read.grain()).isEqualTo(GRAIN);
        assertThat(read.order()).isEqualTo(FIRST);
        assertThat(read.kind()).isEqualTo(ChangeKind.STATED);
        assertThat(read.cause()).isEqualTo(HERE);
    }

    @Test
    void bringsBackThatAFactWent() {
        // Given
        FactMemoryRows rows = new FactMemoryRows(memory("booking__fact_change"));

        // When
        FactChange read = rows.readChange(rows.writeChange(FactChange.gone(GRAIN, FIRST, 7, HERE)));

        // Then
        assertThat(read.kind()).isEqualTo(ChangeKind.GONE);
        assertThat(read.slots()).containsOnly(Unsaid.UNSAID);
    }

    @Test
    void leavesTheChangeAsItIs() {
        // Given
        @Nullable Object[] slots = {NOON, null, Unsaid.UNSAID, DAY, "web", 3, null};

        // When
        new FactMemoryRows(memory("booking__fact_change")).writeChange(new FactChange(GRAIN, FIRST, slots, HERE));

        // Then
        assertThat(slots[2]).isEqualTo(Unsaid.UNSAID);
    }

    @Test
    void namesTheMembersOfARole() {
        // Given
        FactMemoryRows rows = new FactMemoryRows(memory("booking__fact_change"));
        @Nullable Object[] one = rows.writeChange(change(Key.of("k1"), Key.of("k9")));
        @Nullable Object[] other = rows.writeChange(change(SpecialMember.INVALID, Key.of("k8")));
        Set<Key> named = new HashSet<>();

        // When
        rows.named(0, List.of(List.of(one, other)), named);

        // Then
        assertThat(named).containsExactly(Key.of("k1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 12, 13})
    void refusesARowWithoutOrderOrCause(int missing) {
        // Given
        FactMemory memory = memory("booking__fact_change");
        FactMemoryRows rows = new FactMemoryRows(memory);
        @Nullable Object[] row = rows.writeChange(change(Key.of("k1"), null));
        int at = missing < 3 ? memory.grainWidth() + missing : memory.endingAt() + missing - 10;

        // When
        row[at] = null;

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> rows.readChange(row));
    }

    private static FactChange change(@Nullable Object customer, @Nullable Object reader) {
        return new FactChange(GRAIN, FIRST, new Object[] {NOON, customer, reader, DAY, "web", 3, null}, HERE);
    }

    private static FactMemory memory(String table) {
        return Everything.LAYOUT.memories().stream()
                .filter(memory -> memory.table().name().name().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
