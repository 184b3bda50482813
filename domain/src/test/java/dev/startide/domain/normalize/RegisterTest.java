package dev.startide.domain.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.warehouse.layout.Bookkeeping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private static final LanePosition HERE = new LanePosition(new LaneId(1), 1);
    private static final List<String> NAMES = List.of("city", "segment");

    private record Said(ChangeOrder order, ChangeKind kind, Object[] values) {}

    @Test
    void takesTheFirstStatement() {
        // Given
        var register = Register.empty(2);

        // When
        boolean changed = register.accept(at(10), new Object[] {"Graz", "new"}, HERE);

        // Then
        assertThat(changed).isTrue();
        assertThat(values(register)).containsExactly("Graz", "new");
    }

    @Test
    void isNotChangedByWhatItHasHeard() {
        // Given
        var register = Register.empty(2);
        register.accept(at(10), new Object[] {"Graz", "new"}, HERE);

        // When
        boolean changed = register.accept(at(10), new Object[] {"Graz", "new"}, HERE);

        // Then
        assertThat(changed).isFalse();
    }

    @Test
    void neverLetsALateStatementOverwriteANewerOne() {
        // Given
        var register = Register.empty(2);
        register.accept(at(20), new Object[] {"Wien", Unsaid.UNSAID}, HERE);

        // When
        register.accept(at(10), new Object[] {"Graz", "new"}, HERE);

        // Then
        assertThat(values(register)).containsExactly("Wien", "new");
    }

    @Test
    void keepsItsValuesWhenItIsGone() {
        // Given
        var register = Register.empty(2);
        register.accept(at(10), new Object[] {"Graz", "new"}, HERE);

        // When
        register.accept(at(20), ChangeKind.GONE, Unsaid.nothing(2), HERE);

        // Then
        assertThat(register.isGone()).isTrue();
        assertThat(values(register)).containsExactly("Graz", "new");
    }

    @Test
    void isNotBroughtBackByALateStatement() {
        // Given
        var register = Register.empty(2);
        register.accept(at(20), ChangeKind.GONE, Unsaid.nothing(2), HERE);

        // When
        register.accept(at(10), new Object[] {"Graz", "new"}, HERE);

        // Then
        assertThat(register.isGone()).isTrue();
        assertThat(values(register)).containsExactly("Graz", "new");
    }

    @Test
    void isBroughtBackByANewerStatement() {
        // Given
        var register = Register.empty(2);
        register.accept(at(20), ChangeKind.GONE, Unsaid.nothing(2), HERE);

        // When
        register.accept(at(30), new Object[] {Unsaid.UNSAID, "new"}, HERE);

        // Then
        assertThat(register.isGone()).isFalse();
    }

    @Test
    void hasHeardNothingOfAnAttributeThatIsDeclaredLater() {
        // Given
        var old = Register.empty(1);
        old.accept(at(20), new Object[] {null}, HERE);
        Object[] row = new Object[2 + Bookkeeping.COUNT];
        RegisterRow.write(old, List.of("city"), row, 2);
        var register = RegisterRow.read(new Object[] {null, null}, NAMES, row, 2);

        // When
        register.accept(at(10), new Object[] {"Graz", "new"}, HERE);

        // Then
        assertThat(values(register)).containsExactly(null, "new");
    }

    @Test
    void hearsTheSameInEveryOrderAndThroughStorage() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            List<Said> statements = new ArrayList<>();
            for (int index = 0; index < 6; index++) {
                statements.add(statement(random, index));
            }
            var expected = Register.empty(2);
            statements.forEach(said -> expected.accept(said.order(), said.kind(), said.values(), HERE));

            Collections.shuffle(statements, random);
            var actual = Register.empty(2);
            for (Said said : statements) {
                actual.accept(said.order(), said.kind(), said.values(), HERE);
                actual = stored(actual);
            }

            assertThat(row(actual)).as("seed %d", seed).containsExactly(row(expected));
            assertThat(actual.isGone()).as("seed %d", seed).isEqualTo(expected.isGone());
        }
    }

    private static Said statement(Random random, int index) {
        ChangeOrder order = at(random.nextInt(4), index);
        return random.nextInt(4) == 0
                ? new Said(order, ChangeKind.GONE, Unsaid.nothing(2))
                : new Said(order, ChangeKind.STATED, new Object[] {value(random), value(random)});
    }

    private static Object value(Random random) {
        return random.nextInt(3) == 0 ? Unsaid.UNSAID : random.nextInt(3) == 0 ? null : "v" + random.nextInt(3);
    }

    private static Register stored(Register register) {
        ChangeKind kind = register.isGone() ? ChangeKind.GONE : ChangeKind.STATED;
        return RegisterRow.read(values(register).toArray(), NAMES, kind, row(register), 2);
    }

    private static Object[] row(Register register) {
        Object[] row = new Object[2 + Bookkeeping.COUNT];
        row[0] = register.value(0);
        row[1] = register.value(1);
        RegisterRow.write(register, NAMES, row, 2);
        return row;
    }

    private static List<Object> values(Register register) {
        List<Object> values = new ArrayList<>();
        values.add(register.value(0));
        values.add(register.value(1));
        return values;
    }

    private static ChangeOrder at(int second) {
        return at(second, 0);
    }

    private static ChangeOrder at(int second, int event) {
        return new ChangeOrder(Instant.ofEpochSecond(second), 0, new EventDigest(0, event));
    }
}
