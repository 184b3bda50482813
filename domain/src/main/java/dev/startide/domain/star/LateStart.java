package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.timeline.Life;
import dev.startide.domain.timeline.Statement;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out from which instant on a member's stored changes are needed when something is said of
/// it late.
///
/// Before the first instant that is spoken of, the versions tell how the member was, with these
/// exceptions, in which everything that was ever said is needed:
///
/// * nothing but the first version begins before it: that may have been said of later instants;
/// * the member refers to others, whose versions split its own;
/// * the member was gone then, and its versions do not show what was said when it went;
/// * the first value that was ever said may have become another one;
/// * the value before the last change may have become another one.
final class LateStart {

    private final DimensionName name;
    private final Deletes deletes;
    private final boolean refers;
    private final MemberColumns columns;

    LateStart(Dimension.Members dimension, Entity entity) {
        this.name = dimension.name();
        this.deletes = dimension.deletes();
        this.refers = !dimension.outriggers().isEmpty();
        this.columns = new MemberColumns(dimension, entity);
    }

    /// The instant; empty if the history goes on where it ends.
    ///
    /// @param register what was said of the entity before
    Optional<Instant> of(Key key, List<EntityChange> stated, Register register, Workspace workspace) {
        Member member = workspace.member(name, key).orElse(null);
        if (member == null || member.standing() == Member.Standing.INFERRED || !columns.areInStep(member, register)) {
            return Optional.of(MemberLayout.OPEN_START);
        }
        Instant latest = register.latest().at();
        List<EntityChange> late = stated.stream()
                .filter(change -> !change.order().at().isAfter(latest))
                .toList();
        return late.stream()
                .map(EntityChange::order)
                .map(ChangeOrder::at)
                .min(Instant::compareTo)
                .map(first -> isToldBefore(first, member, late) ? first : MemberLayout.OPEN_START);
    }

    private boolean isToldBefore(Instant first, Member member, List<EntityChange> late) {
        List<Version> before = member.toldBefore(first);
        if (refers || before.size() < 2 || (before.getLast().life() == Life.GONE && deletes == Deletes.CLOSE)) {
            return false;
        }
        @Nullable Object[] held = before.getLast().attributes();
        return late.stream()
                .filter(change -> change.kind() == ChangeKind.STATED)
                .flatMap(change -> columns.statement(change.order(), change.kind(), change.attributes()).stream())
                .allMatch(statement -> leavesUnversioned(statement, held));
    }

    private boolean leavesUnversioned(Statement statement, @Nullable Object[] held) {
        List<Shown> shown = columns.shown();
        for (int index = 0; index < shown.size(); index++) {
            Object said = statement.attributes()[index];
            boolean leaves = switch (shown.get(index)) {
                case VALID, LATEST -> true;
                case FIRST ->
                    said == Unsaid.UNSAID
                            || said == null
                            || held[index] == null
                            || Objects.deepEquals(said, held[index]);
                case PREVIOUS -> said == Unsaid.UNSAID;
            };
            if (!leaves) {
                return false;
            }
        }
        return true;
    }
}
