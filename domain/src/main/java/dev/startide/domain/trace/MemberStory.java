package dev.startide.domain.trace;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.trace.MemberHistory.Standing;
import dev.startide.domain.trace.MemberHistory.Statement;
import dev.startide.domain.trace.MemberHistory.Version;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a member's rows as a history for a reader. Columns are found by their names, so that what
/// a dimension shows besides its attributes is shown, too.
public final class MemberStory {

    private final MemberLayout layout;
    private final List<Cells> versions;

    private MemberStory(MemberLayout layout, List<Cells> versions) {
        this.layout = layout;
        this.versions = versions;
    }

    /// The story of one member.
    ///
    /// @param rows all its versions, at least one, in any order
    public static MemberStory of(MemberLayout layout, List<@Nullable Object[]> rows) {
        return new MemberStory(
                layout,
                rows.stream()
                        .map(row -> new Cells(layout.table(), row))
                        .sorted(Comparator.comparing(cells -> instant(cells.value(MemberLayout.VALID_FROM))))
                        .toList());
    }

    /// The member's natural key; empty for one that stands for something unknown.
    public Optional<Key> naturalKey() {
        Cells first = versions.getFirst();
        List<Object> parts = naturalKeyColumns().stream()
                .map(first::value)
                .flatMap(part -> Optional.ofNullable(part).stream())
                .toList();
        return parts.size() == layout.naturalKeyWidth() ? Optional.of(Key.of(parts.toArray())) : Optional.empty();
    }

    /// The whole history.
    public MemberHistory told(List<Statement> statements) {
        return new MemberHistory(
                layout.dimension().name(),
                number(versions.getFirst()
                        .value(MemberLayout.durableKeyOf(layout.dimension().name()))),
                naturalKey()
                        .map(key -> Cells.named(naturalKeyColumns(), key.parts()))
                        .orElse(Map.of()),
                standing(),
                versions.stream().map(this::version).toList(),
                statements);
    }

    /// Stored changes as what they said, in their total order.
    public static List<Statement> statements(ChangeLayout changes, List<@Nullable Object[]> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> orderOf(new Cells(changes.table(), row))))
                .map(row -> statement(changes, row))
                .toList();
    }

    private static Statement statement(ChangeLayout changes, @Nullable Object[] row) {
        Cells cells = new Cells(changes.table(), row);
        List<ColumnName> attributes =
                changes.entity().attributes().stream().map(Attribute::name).toList();
        Map<String, String> said = new LinkedHashMap<>(cells.texts(attributes::contains));
        if (cells.value(ChangeLayout.SAID_NULL) instanceof String names) {
            List.of(names.split(",", -1)).forEach(name -> said.put(name, "null"));
        }
        return new Statement(
                instant(cells.value(Bookkeeping.CHANGED_AT)),
                number(cells.value(Bookkeeping.CHANGE_SEQUENCE)),
                Boolean.TRUE.equals(cells.value(EntityLayout.IS_DELETED)) ? ChangeKind.GONE : ChangeKind.STATED,
                new LanePosition(
                        new LaneId((int) number(cells.value(Bookkeeping.LANE))),
                        number(cells.value(Bookkeeping.POSITION))),
                said);
    }

    private static ChangeOrder orderOf(Cells cells) {
        if (cells.value(Bookkeeping.CHANGE_ID) instanceof UUID id) {
            return new ChangeOrder(
                    instant(cells.value(Bookkeeping.CHANGED_AT)),
                    number(cells.value(Bookkeeping.CHANGE_SEQUENCE)),
                    EventDigest.of(id));
        }
        throw new IllegalArgumentException("A stored change has no digest");
    }

    private Version version(Cells cells) {
        return new Version(
                number(cells.value(layout.table().primaryKey().getFirst())),
                (int) number(cells.value(MemberLayout.VERSION)),
                instant(cells.value(MemberLayout.VALID_FROM)),
                instant(cells.value(MemberLayout.VALID_TO)),
                cells.texts(this::describes));
    }

    private Standing standing() {
        if (naturalKey().isEmpty()) {
            return Standing.SPECIAL;
        }
        return Boolean.TRUE.equals(versions.getFirst().value(MemberLayout.IS_INFERRED))
                ? Standing.INFERRED
                : Standing.STATED;
    }

    /// What tells something of the member: neither its own keys nor the platform's columns.
    private boolean describes(ColumnName column) {
        return !column.value().startsWith("_")
                && !MemberLayout.OWN_COLUMNS.contains(column)
                && !layout.table().primaryKey().contains(column)
                && !column.equals(MemberLayout.durableKeyOf(layout.dimension().name()))
                && !naturalKeyColumns().contains(column);
    }

    private List<ColumnName> naturalKeyColumns() {
        return layout.dimension().naturalKey().stream().map(Attribute::name).toList();
    }

    private static long number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("A row lacks a number that every row has");
    }

    private static Instant instant(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        throw new IllegalArgumentException("A row lacks an instant that every row has");
    }
}
