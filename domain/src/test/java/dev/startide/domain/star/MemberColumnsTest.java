package dev.startide.domain.star;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.timeline.Life;
import dev.startide.domain.timeline.Statement;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether versions show all that was said so far.
class MemberColumnsTest {

    private static final LanePosition HERE = new LanePosition(new LaneId(1), 1);
    private static final int WIDTH = Lives.PERSON.attributes().size();
    private static final EntityChange FIRST =
            said(10, "origin", "a", "phone", "a", "city", "a", "team", "a", "rank", "a");

    @ParameterizedTest
    @EnumSource(Deletes.class)
    void areInStepWithWhatTheyWereMadeFrom(Deletes deletes) {
        assertThat(areInStep(deletes, List.of(FIRST), List.of(FIRST))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "city", "team", "rank"})
    void areNotInStepIfAValueIsNotShown(String attribute) {
        assertThat(areInStep(Deletes.CLOSE, List.of(FIRST), List.of(FIRST, said(20, attribute, "b"))))
                .isFalse();
    }

    @Test
    void areInStepIfAValueIsShownThatIsNotTheFirst() {
        assertThat(areInStep(Deletes.CLOSE, List.of(FIRST), List.of(FIRST, said(20, "origin", "b"))))
                .isTrue();
    }

    @Test
    void areNotInStepIfAFirstValueIsNotShown() {
        // Given
        EntityChange without = said(10, "phone", "a", "city", "a", "team", "a", "rank", "a");

        // Then
        assertThat(areInStep(Deletes.CLOSE, List.of(without), List.of(FIRST))).isFalse();
        assertThat(areInStep(Deletes.CLOSE, List.of(without), List.of(without))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Deletes.class)
    void areNotInStepIfItIsNotShownThatTheMemberIsGone(Deletes deletes) {
        // When
        boolean areInStep = areInStep(deletes, List.of(FIRST), List.of(FIRST, gone(20)));

        // Then
        assertThat(areInStep).isEqualTo(deletes == Deletes.IGNORE);
    }

    @ParameterizedTest
    @EnumSource(Deletes.class)
    void areNotInStepIfItIsNotShownThatTheMemberIsBack(Deletes deletes) {
        // Given
        EntityChange back = said(30, "city", "a");

        // When
        boolean areInStep = areInStep(deletes, List.of(FIRST, gone(20)), List.of(FIRST, gone(20), back));

        // Then
        assertThat(areInStep).isEqualTo(deletes == Deletes.IGNORE);
    }

    @ParameterizedTest
    @EnumSource(Deletes.class)
    void areInStepWhileTheMemberIsGone(Deletes deletes) {
        assertThat(areInStep(deletes, List.of(FIRST, gone(20)), List.of(FIRST, gone(20))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Deletes.class)
    void sayThatAMemberIsGoneUnlessThatIsIgnored(Deletes deletes) {
        // When
        List<Life> said = columns(deletes).statement(order(10), ChangeKind.GONE, Unsaid.nothing(WIDTH)).stream()
                .map(Statement::life)
                .toList();

        // Then
        assertThat(said).isEqualTo(deletes == Deletes.IGNORE ? List.of() : List.of(Life.GONE));
    }

    private static boolean areInStep(Deletes deletes, List<EntityChange> shown, List<EntityChange> said) {
        MemberColumns columns = columns(deletes);
        Member member = Lives.member(dimension(deletes), Lives.told(columns, Lives.stored(shown)));
        Register register = Lives.register(said);
        return columns.areInStep(member, register);
    }

    private static MemberColumns columns(Deletes deletes) {
        return new MemberColumns(dimension(deletes), Lives.PERSON);
    }

    private static Dimension.Members dimension(Deletes deletes) {
        return Lives.DIMENSIONS.stream()
                .filter(dimension -> dimension.deletes() == deletes)
                .findFirst()
                .orElseThrow();
    }

    private static EntityChange said(int second, String... attributesWithValues) {
        @Nullable Object[] attributes = new Object[WIDTH];
        Arrays.fill(attributes, Unsaid.UNSAID);
        for (int index = 0; index < attributesWithValues.length; index += 2) {
            attributes[Lives.PERSON.attributeAt(new ColumnName(attributesWithValues[index]))] =
                    attributesWithValues[index + 1];
        }
        return new EntityChange(Lives.WHO, order(second), attributes, HERE);
    }

    private static EntityChange gone(int second) {
        return EntityChange.gone(Lives.WHO, order(second), WIDTH, HERE);
    }

    private static ChangeOrder order(int second) {
        return new ChangeOrder(Instant.ofEpochSecond(second), 0, new EventDigest(second, second));
    }
}
