package dev.startide.domain.star;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.Shares;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.star.SpecialMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactRowsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LanePosition HERE = new LanePosition(new LaneId(3), 17);
    private static final ChangeOrder ORDER = new ChangeOrder(NOON, 5, new EventDigest(1, 2));
    private static final Key GRAIN = Key.of("v-1");
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 28);
    private static final LocalDate SECOND = LocalDate.of(2026, 12, 31);

    private final NumberedKeys keys = new NumberedKeys();
    private final FactRows visits = new FactRows(Clinic.visits());

    @Test
    void writesTheKeysOfWhatASlotNames() {
        // Given
        Register told = told(Clinic.visits(), aVisit(Key.of("p-1"), FIRST, SECOND, LocalTime.MIDNIGHT));

        // When
        @Nullable Object[] row = visits.write(GRAIN, told, keys);

        // Then
        assertThat(Arrays.asList(row).subList(0, 10))
                .containsExactly(
                        "v-1",
                        NOON,
                        NumberedKeys.LATER,
                        NumberedKeys.DURABLE,
                        20260228,
                        20261231,
                        NumberedKeys.COMBINATION,
                        0,
                        2300,
                        new BigDecimal("9.50"));
        assertThat(keys.met).contains("visit_flags [web, true]");
    }

    @Test
    void readsBackWhatItWrote() {
        // Given
        Register told = told(Clinic.visits(), aVisit(Key.of("p-1"), FIRST, SECOND, LocalTime.MIDNIGHT));
        @Nullable Object[] row = visits.write(GRAIN, told, keys);

        // When
        Register read = visits.read(stored(row, Optional.of(Key.of("p-1"))));

        // Then
        assertThat(values(read)).isEqualTo(values(told));
        assertThat(read.latest()).isEqualTo(ORDER);
        assertThat(read.cause()).isEqualTo(HERE);
    }

    @Test
    void standsSpecialMembersWhereNothingIsNamed() {
        // Given
        Register told = told(Clinic.visits(), aVisit(null, null, null, null));

        // When
        @Nullable Object[] row = visits.write(GRAIN, told, keys);
        Register read = visits.read(stored(row, Optional.empty()));

        // Then
        assertThat(Arrays.asList(row).subList(2, 8)).containsExactly(-2L, -2L, -2, -1, NumberedKeys.COMBINATION, -2);
        assertThat(values(read)).isEqualTo(values(told));
    }

    @Test
    void tellsWhatCanBeNoKeyFromWhatWasNotSaid() {
        // Given
        Register told =
                told(Clinic.visits(), aVisit(SpecialMember.INVALID, SpecialMember.INVALID, null, LocalTime.NOON));

        // When
        @Nullable Object[] row = visits.write(GRAIN, told, keys);
        Register read = visits.read(stored(row, Optional.empty()));

        // Then
        assertThat(Arrays.asList(row).subList(2, 8)).containsExactly(-3L, -3L, -3, -1, NumberedKeys.COMBINATION, 1200);
        assertThat(values(read)).isEqualTo(values(told));
    }

    @Test
    void looksUpMembersAsOfTheEventTime() {
        // When
        @Nullable
        Object[] earlier = visits.write(
                GRAIN, NumberedKeys.SPLIT.minusNanos(1000), aVisit(Key.of("p-1"), null, null, null)::get, keys);

        // Then
        assertThat(earlier[2]).isEqualTo(NumberedKeys.EARLIER);
    }

    @Test
    void givesAFactTheCombinationAndTheVersionOfTheTrail() {
        // Given
        FactLayout sales = fact("sale");

        // When
        @Nullable
        Object[] row = new FactRows(sales).write(Key.of("o-1", 1), NOON, slot -> slot == 1 ? Key.of("k1") : null, keys);

        // Then
        assertThat(Arrays.asList(row).subList(3, 11))
                .containsExactly(
                        NumberedKeys.LATER,
                        NumberedKeys.DURABLE,
                        NumberedKeys.COMBINATION,
                        NumberedKeys.LATER,
                        -2L,
                        -2L,
                        -2L,
                        -2L);
        assertThat(keys.met)
                .contains("customer k1", "customer_profile__trail k1", "customer_profile [as it was later]");
    }

    @Test
    void meetsWhateverAChangeNames() {
        // When
        visits.meet(change(aVisit(Key.of("p-1"), FIRST, null, null)), keys);

        // Then
        assertThat(keys.met)
                .containsExactlyInAnyOrder("patient p-1", "admitted 2026-02-28", "diagnosis d-1", "patient p-2");
    }

    @Test
    void meetsNobodyWhereAChangeNamesNone() {
        // When
        visits.meet(change(Arrays.asList(Unsaid.nothing(Clinic.visits().slots()))), keys);

        // Then
        assertThat(keys.met).isEmpty();
    }

    @Test
    void callsSlotsByRoleFlagAndInput() {
        assertThat(FactRows.slotNames(Clinic.visits().fact()))
                .containsExactly(
                        "event_time",
                        "@patient",
                        "@admitted",
                        "@seen",
                        "@diagnosis",
                        "@nursed_by",
                        "@flags",
                        "@seen_time",
                        "@lab_hour",
                        "@channel",
                        "@urgent",
                        "charge");
    }

    private static FactLayout fact(String name) {
        return Everything.LAYOUT.facts().stream()
                .filter(layout -> layout.fact().name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<@Nullable Object> aVisit(
            @Nullable Object patient, @Nullable Object admitted, @Nullable Object seen, @Nullable Object seenTime) {
        return Arrays.asList(
                NOON,
                patient,
                admitted,
                seen,
                shares("d-1"),
                shares("p-2"),
                null,
                seenTime,
                LocalTime.of(23, 0),
                "web",
                true,
                new BigDecimal("9.50"));
    }

    private static Shares shares(String member) {
        return new Shares(List.of(new Shares.Share(Key.of(member), new BigDecimal("1.00000000"))));
    }

    private static Register told(FactLayout layout, List<@Nullable Object> slots) {
        Register register = Register.empty(layout.slots());
        register.accept(ORDER, slots.toArray(), HERE);
        return register;
    }

    private static FactChange change(List<@Nullable Object> slots) {
        return new FactChange(GRAIN, ORDER, slots.toArray(), HERE);
    }

    private static StoredFact stored(@Nullable Object[] row, Optional<Key> patient) {
        return new StoredFact(row, List.of(patient), new Object[] {"web", true}, List.of())
                .with(List.of(share("d-1")))
                .with(List.of(share("p-2")));
    }

    private static StoredShare share(String member) {
        return new StoredShare(
                new Object[] {"v-1", 1L, 1L, NOON, new BigDecimal("1.00000000")}, Optional.of(Key.of(member)));
    }

    private static List<@Nullable Object> values(Register register) {
        @Nullable Object[] values = new Object[register.width()];
        Arrays.setAll(values, register::value);
        return Arrays.asList(values);
    }
}
