package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Outrigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What references of a dimension to others mean: whom a member refers to from when on, and where
/// versions of those begin.
final class ExpectedReferences {

    /// Says in a row that no member is referred to.
    static final String NOBODY = "nobody";

    private final Dimension.Members dimension;
    private final Map<DimensionName, MemberFold> others;

    /// @param others the dimensions that are referred to, with their histories
    ExpectedReferences(Dimension.Members dimension, Map<DimensionName, MemberFold> others) {
        this.dimension = dimension;
        this.others = others;
    }

    /// All members of a dimension that statements about members of another one ever named.
    static Set<Key> named(Dimension.Members referring, Map<Key, List<Said>> statements, DimensionName wanted) {
        Set<Key> named = new HashSet<>();
        for (Outrigger outrigger : referring.outriggers()) {
            if (outrigger.dimension().equals(wanted)) {
                statements
                        .values()
                        .forEach(inOrder -> inOrder.forEach(
                                said -> keyIn(referring, outrigger, said).ifPresent(key -> key.ifPresent(named::add))));
            }
        }
        return named;
    }

    /// Adds whom a member refers to after some statements.
    void describe(Cells cells, List<Said> inOrder) {
        for (Outrigger outrigger : dimension.outriggers()) {
            cells.add(outrigger.name(), last(outrigger, inOrder));
        }
    }

    /// Splits a version wherever one begins of a member that it refers to, and follows.
    ///
    /// @param inOrder the statements that made the version
    List<ExpectedVersion> split(ExpectedVersion version, List<Said> inOrder) {
        TreeSet<Instant> starts = new TreeSet<>();
        starts.add(version.from());
        for (Outrigger outrigger : dimension.outriggers()) {
            Key key = last(outrigger, inOrder);
            if (key != null && outrigger.as() == Outrigger.As.VERSION) {
                others.get(outrigger.dimension()).starts(key).stream()
                        .filter(version::holdsAt)
                        .forEach(starts::add);
            }
        }
        List<ExpectedVersion> parts = new ArrayList<>();
        for (Instant start : starts) {
            Instant next = starts.higher(start);
            parts.add(new ExpectedVersion(
                    version.member(),
                    0,
                    start,
                    next == null ? version.until() : next,
                    attributes(version, inOrder, start)));
        }
        return parts;
    }

    /// Adds what a row shows of the references.
    void addCells(Cells cells, ExpectedVersion version) {
        for (Outrigger outrigger : dimension.outriggers()) {
            cells.add(cell(outrigger), version.attributes().getOrDefault(cell(outrigger), NOBODY));
        }
    }

    private Map<ColumnName, @Nullable Object> attributes(ExpectedVersion version, List<Said> inOrder, Instant at) {
        Map<ColumnName, @Nullable Object> attributes = new TreeMap<>(version.attributes());
        for (Outrigger outrigger : dimension.outriggers()) {
            Key key = last(outrigger, inOrder);
            if (key != null) {
                attributes.put(cell(outrigger), nameOf(outrigger, key, at));
            }
        }
        return attributes;
    }

    private String nameOf(Outrigger outrigger, Key key, Instant at) {
        return switch (outrigger.as()) {
            case CURRENT -> key.toString();
            case VERSION ->
                key + " as " + others.get(outrigger.dimension()).asOf(key, at).name();
        };
    }

    private @Nullable Key last(Outrigger outrigger, List<Said> inOrder) {
        Key last = null;
        for (Said said : inOrder) {
            Optional<Optional<Key>> key = keyIn(dimension, outrigger, said);
            if (key.isPresent()) {
                last = key.get().orElse(null);
            }
        }
        return last;
    }

    /// What a statement says of a reference: nothing, if it says nothing of a part of the key; no
    /// member, if a part is null.
    private static Optional<Optional<Key>> keyIn(Dimension.Members referring, Outrigger outrigger, Said said) {
        List<Object> parts = new ArrayList<>();
        boolean isNull = false;
        for (Attribute part : outrigger.key()) {
            int own = Part.names(referring.naturalKey()).indexOf(part.name());
            if (own < 0 && !said.values().containsKey(part.name())) {
                return Optional.empty();
            }
            Object value = own < 0 ? said.values().get(part.name()) : said.key().part(own);
            isNull |= value == null;
            parts.add(value == null ? "" : value);
        }
        return Optional.of(isNull ? Optional.empty() : Optional.of(Key.of(parts.toArray())));
    }

    /// References and attributes may have the same names; an underscore keeps them apart.
    static ColumnName cell(Outrigger outrigger) {
        return ColumnName.column("_" + outrigger.name());
    }
}
