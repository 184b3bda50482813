package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Dimension;
import java.time.Instant;
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

    private final Dimension.Members dimension;
    private final Map<Key, List<Said>> statements;
    private final ExpectedReferences references;
    private final Map<Key, List<ExpectedVersion>> versions = new TreeMap<>();

    /// @param statements what is said of the dimension's entity
    /// @param named the members that facts and other members name
    MemberFold(
            Dimension.Members dimension,
            Map<Key, List<Said>> statements,
            Set<Key> named,
            ExpectedReferences references) {
        this.dimension = dimension;
        this.statements = statements;
        this.references = references;
        named.forEach(key -> versions.put(key, List.of(inferred(key))));
        statements.forEach((key, inOrder) -> versions.put(key, history(key, inOrder)));
    }

    /// The version of a member that held at an instant.
    ExpectedVersion asOf(Key member, Instant time) {
        return versions.get(member).stream()
                .filter(version -> version.holdsAt(time))
                .findFirst()
                .orElseThrow();
    }

    /// The instants at which versions of a member begin.
    List<Instant> starts(Key member) {
        return versions.get(member).stream().map(ExpectedVersion::from).toList();
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>();
        versions.values().forEach(history -> history.forEach(version -> rows.add(row(version))));
        return rows;
    }

    /// Everything that is said at an instant is heard before the instant is judged. The first
    /// instant opens the first version, which reaches back to the beginning; a later one opens
    /// another if a versioned attribute is different from before.
    private List<ExpectedVersion> history(Key key, List<Said> inOrder) {
        TreeSet<Instant> instants = new TreeSet<>();
        inOrder.forEach(said -> instants.add(said.order().at()));
        List<Instant> starts = new ArrayList<>();
        String before = null;
        for (Instant instant : instants) {
            String now = versioned(inOrder, instant);
            if (!now.equals(before)) {
                starts.add(instant);
            }
            before = now;
        }
        List<ExpectedVersion> history = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            ExpectedVersion own = new ExpectedVersion(
                    key,
                    0,
                    index == 0 ? BEGINNING : starts.get(index),
                    index + 1 == starts.size() ? END : starts.get(index + 1),
                    attributes(inOrder, starts.get(index)));
            references
                    .split(own, upTo(inOrder, starts.get(index)))
                    .forEach(part -> history.add(part.numbered(history.size() + 1)));
        }
        return history;
    }

    private String versioned(List<Said> inOrder, Instant instant) {
        Cells cells = new Cells();
        dimension
                .attributesThat(ChangePolicy.VERSION)
                .forEach(attribute -> cells.add(attribute.name(), Said.last(upTo(inOrder, instant), attribute.name())));
        references.describe(cells, upTo(inOrder, instant));
        return cells.toString();
    }

    private Map<ColumnName, @Nullable Object> attributes(List<Said> inOrder, Instant instant) {
        Map<ColumnName, @Nullable Object> attributes = new TreeMap<>();
        for (Dimension.MemberAttribute attribute : dimension.attributes()) {
            attributes.put(
                    attribute.name(),
                    switch (attribute.onChange()) {
                        case KEEP_FIRST -> Said.first(inOrder, attribute.name());
                        case OVERWRITE -> Said.last(inOrder, attribute.name());
                        case VERSION -> Said.last(upTo(inOrder, instant), attribute.name());
                    });
        }
        return attributes;
    }

    private static List<Said> upTo(List<Said> inOrder, Instant instant) {
        return inOrder.stream()
                .filter(said -> !said.order().at().isAfter(instant))
                .toList();
    }

    private static ExpectedVersion inferred(Key key) {
        return new ExpectedVersion(key, 1, BEGINNING, END, Map.of());
    }

    private String row(ExpectedVersion version) {
        Cells cells = new Cells();
        for (int index = 0; index < dimension.naturalKey().size(); index++) {
            cells.add(dimension.naturalKey().get(index).name(), version.member().part(index));
        }
        dimension
                .attributes()
                .forEach(attribute ->
                        cells.add(attribute.name(), version.attributes().get(attribute.name())));
        references.addCells(cells, version);
        return cells.add("version", version.number())
                .add("valid_from", version.from())
                .add("valid_to", version.until())
                .add("is_current", version.until().equals(END))
                .add("is_inferred", !statements.containsKey(version.member()))
                .toString();
    }
}
