package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Dimension.MemberAttribute;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The members of a dimension with their history.
final class MemberFold {

    private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final ColumnName IS_DELETED = ColumnName.column("is_deleted");

    private final Dimension.Members dimension;
    private final Map<Key, List<Said>> statements;
    private final ExpectedReferences references;
    private final KeyFold keys;
    private final Map<Key, List<ExpectedVersion>> versions = new TreeMap<>();

    /// How a member is from an instant on, as of everything that was said up to another instant.
    private record Era(Instant from, boolean isGone, List<Said> known) {}

    /// @param statements what is said of the dimension's entity
    /// @param named the members that facts and other members name
    /// @param keys which keys are those of one member
    MemberFold(
            Dimension.Members dimension,
            Map<Key, List<Said>> statements,
            Set<Key> named,
            ExpectedReferences references,
            KeyFold keys) {
        this.dimension = dimension;
        this.keys = keys;
        this.references = references;
        this.statements = new TreeMap<>();
        statements.forEach((key, inOrder) -> {
            List<Said> counting = counting(inOrder);
            if (!counting.isEmpty()) {
                this.statements.put(key, counting);
            }
        });
        named.stream().map(keys::identityOf).forEach(key -> versions.put(key, List.of(inferred(key))));
        this.statements.forEach((key, inOrder) -> versions.put(key, history(key, inOrder)));
    }

    /// The version of a member that held at an instant; in a gap, the one before it.
    ExpectedVersion asOf(Key member, Instant time) {
        return versions.get(keys.identityOf(member)).stream()
                .filter(version -> !version.from().isAfter(time))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /// The values that a member had at an instant, and the version of its trail that says so.
    String had(Key member, Instant time) {
        ExpectedVersion version = asOf(member, time);
        List<@Nullable Object> values = new ArrayList<>();
        dimension
                .attributes()
                .forEach(attribute -> values.add(version.attributes().get(attribute.name())));
        return "%s by %s".formatted(values, version.name());
    }

    /// The instants at which versions of a member begin.
    List<Instant> starts(Key member) {
        return versions.get(keys.identityOf(member)).stream()
                .map(ExpectedVersion::from)
                .toList();
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>();
        versions.values().forEach(history -> history.forEach(version -> rows.add(row(version))));
        return rows;
    }

    private List<Said> counting(List<Said> inOrder) {
        return dimension.deletes() == Deletes.IGNORE
                ? inOrder.stream().filter(said -> !said.isGone()).toList()
                : inOrder;
    }

    private List<ExpectedVersion> history(Key key, List<Said> inOrder) {
        List<Era> eras = distinct(eras(inOrder));
        List<ExpectedVersion> history = new ArrayList<>();
        for (int index = 0; index < eras.size(); index++) {
            Era era = eras.get(index);
            if (!era.isGone() || dimension.deletes() == Deletes.FLAG) {
                Instant until =
                        index + 1 == eras.size() ? END : eras.get(index + 1).from();
                ExpectedVersion own = new ExpectedVersion(key, 0, era.from(), until, columns(inOrder, era));
                references.split(own, era.known()).forEach(part -> history.add(part.numbered(history.size() + 1)));
            }
        }
        return history;
    }

    /// Everything that is said at an instant is heard before the instant is judged. The first
    /// instant opens an era that reaches back to the beginning, in which the member is there.
    private static List<Era> eras(List<Said> inOrder) {
        TreeSet<Instant> instants = new TreeSet<>();
        inOrder.forEach(said -> instants.add(said.order().at()));
        List<Era> eras = new ArrayList<>();
        eras.add(new Era(BEGINNING, false, upTo(inOrder, instants.first())));
        for (Instant instant : instants) {
            List<Said> known = upTo(inOrder, instant);
            boolean isGone = known.getLast().isGone();
            boolean isFirst = instant.equals(instants.first());
            Instant from = isFirst && instant.equals(BEGINNING) ? instant.plus(1, ChronoUnit.MICROS) : instant;
            if (!isFirst || isGone) {
                eras.removeIf(era -> era.from().equals(from));
                eras.add(new Era(from, isGone, known));
            }
        }
        return eras;
    }

    /// Without those that show nothing new.
    private List<Era> distinct(List<Era> eras) {
        List<Era> distinct = new ArrayList<>();
        for (Era era : eras) {
            if (distinct.isEmpty() || !versioned(era).equals(versioned(distinct.getLast()))) {
                distinct.add(era);
            }
        }
        return distinct;
    }

    private String versioned(Era era) {
        Cells cells = new Cells().add("gone", era.isGone());
        for (MemberAttribute attribute : dimension.attributes()) {
            switch (attribute.onChange()) {
                case VERSION, VERSION_AND_LATEST ->
                    cells.add(attribute.name(), Said.last(era.known(), attribute.name()));
                case KEEP_FIRST, OVERWRITE, KEEP_PREVIOUS -> {}
            }
        }
        references.describe(cells, era.known());
        return cells.toString();
    }

    private Map<ColumnName, @Nullable Object> columns(List<Said> inOrder, Era era) {
        Map<ColumnName, @Nullable Object> columns = new TreeMap<>();
        for (MemberAttribute attribute : dimension.attributes()) {
            ColumnName name = attribute.name();
            Object first = Said.first(inOrder, attribute.name());
            Object latest = Said.last(inOrder, attribute.name());
            Object valid = Said.last(era.known(), attribute.name());
            switch (attribute.onChange()) {
                case KEEP_FIRST -> columns.put(name, first);
                case OVERWRITE -> columns.put(name, latest);
                case VERSION -> columns.put(name, valid);
                case KEEP_PREVIOUS -> {
                    columns.put(name, latest);
                    columns.put(ColumnName.column("previous_" + name), previous(inOrder, attribute));
                }
                case VERSION_AND_LATEST -> {
                    columns.put(name, valid);
                    columns.put(ColumnName.column("current_" + name), latest);
                }
            }
        }
        columns.put(IS_DELETED, era.isGone());
        return columns;
    }

    /// The value before the last instant at which there was another one.
    private static @Nullable Object previous(List<Said> inOrder, MemberAttribute attribute) {
        TreeSet<Instant> instants = new TreeSet<>();
        inOrder.forEach(said -> instants.add(said.order().at()));
        Object value = null;
        Object previous = null;
        for (Instant instant : instants) {
            Object now = Said.last(upTo(inOrder, instant), attribute.name());
            if (!Cells.text(now).equals(Cells.text(value))) {
                previous = value;
                value = now;
            }
        }
        return previous;
    }

    private static List<Said> upTo(List<Said> inOrder, Instant instant) {
        return inOrder.stream()
                .filter(said -> !said.order().at().isAfter(instant))
                .toList();
    }

    private static ExpectedVersion inferred(Key key) {
        return new ExpectedVersion(key, 1, BEGINNING, END, Map.of(IS_DELETED, false));
    }

    private String row(ExpectedVersion version) {
        Cells cells = new Cells();
        for (int index = 0; index < dimension.naturalKey().size(); index++) {
            cells.add(dimension.naturalKey().get(index).name(), version.member().part(index));
        }
        for (MemberAttribute attribute : dimension.attributes()) {
            for (String prefix : List.of("", "previous_", "current_")) {
                ColumnName column = ColumnName.column(prefix + attribute.name());
                if (prefix.isEmpty() || hasBeside(attribute, prefix)) {
                    cells.add(column, version.attributes().get(column));
                }
            }
        }
        references.addCells(cells, version);
        cells.add("version", version.number())
                .add("valid_from", version.from())
                .add("valid_to", version.until())
                .add("is_current", version.until().equals(END))
                .add("is_inferred", !statements.containsKey(version.member()))
                .add("_is_latest", version.equals(versions.get(version.member()).getLast()));
        if (dimension.deletes() == Deletes.FLAG) {
            cells.add("is_deleted", version.attributes().get(IS_DELETED));
        }
        return cells.toString();
    }

    private static boolean hasBeside(MemberAttribute attribute, String prefix) {
        return switch (attribute.onChange()) {
            case KEEP_FIRST, OVERWRITE, VERSION -> false;
            case KEEP_PREVIOUS -> prefix.equals("previous_");
            case VERSION_AND_LATEST -> prefix.equals("current_");
        };
    }
}
