package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.timeline.Life;
import dev.startide.domain.timeline.Statement;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.MemberColumn;
import dev.startide.warehouse.star.Shown;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The columns in which a dimension shows attributes of its entity, and what changes of the entity
/// say of them.
final class MemberColumns {

    private final Deletes deletes;
    private final boolean hasReferences;
    private final List<Shown> shown;

    /// For each column the index of its attribute among the entity's attributes.
    private final int[] attributes;

    MemberColumns(Dimension.Members dimension, Entity entity) {
        this.deletes = dimension.deletes();
        this.hasReferences = !dimension.outriggers().isEmpty();
        this.shown = dimension.columns().stream().map(MemberColumn::shown).toList();
        List<ColumnName> names =
                entity.attributes().stream().map(Attribute::name).toList();
        this.attributes = dimension.columns().stream()
                .mapToInt(column -> names.indexOf(column.attribute()))
                .toArray();
    }

    /// Which value each column shows.
    List<Shown> shown() {
        return shown;
    }

    /// What a change says of the member; empty if it says nothing that counts here.
    Optional<Statement> statement(ChangeOrder order, ChangeKind kind, @Nullable Object[] entityValues) {
        return switch (kind) {
            case STATED -> Optional.of(new Statement(order, values(entityValues)));
            case GONE ->
                deletes == Deletes.IGNORE
                        ? Optional.empty()
                        : Optional.of(new Statement(order, Life.GONE, values(entityValues)));
        };
    }

    /// Whether the history of a member can go on where its versions end: they show all that was
    /// said of it so far. They do not after a column has been added, and not while it is gone and
    /// something was said in the instant in which it went.
    ///
    /// @param register what was last said of the entity
    boolean areInStep(Member member, Register register) {
        Version last = member.told().getLast();
        boolean isGone = deletes != Deletes.IGNORE && register.isGone();
        if (isGone != (last.life() == Life.GONE) || (isGone && hasReferences && deletes == Deletes.CLOSE)) {
            return false;
        }
        for (int index = 0; index < attributes.length; index++) {
            Object said = register.value(attributes[index]);
            Object held = last.attributes()[index];
            boolean inStep = switch (shown.get(index)) {
                case VALID, LATEST -> Objects.deepEquals(said, held);
                case FIRST -> said == null || held != null;
                case PREVIOUS -> true;
            };
            if (!inStep) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object[] values(@Nullable Object[] entityValues) {
        @Nullable Object[] values = new Object[attributes.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = entityValues[attributes[index]];
        }
        return values;
    }
}
