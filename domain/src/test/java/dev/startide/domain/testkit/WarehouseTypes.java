package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.RowBuilder.aRow;
import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Attribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Values of every type come back as they went in.
interface WarehouseTypes extends WarehouseTesting {

    /// The adapters of a database with another schema than the shop's.
    AdaptersUnderTest adaptersWith(WarehouseLayout layout);

    @Test
    default void keepsEveryValueInAnEntity() {
        // Given
        adaptersWith(AllTypes.LAYOUT);
        Table table = AllTypes.SAMPLE.table();
        List<@Nullable Object[]> rows =
                samples(aRow(table).with("_is_inferred", false).with("_is_deleted", false));
        write(aWrite().inserting(table, rows.toArray(Object[][]::new)));

        // When
        Map<Key, @Nullable Object[]> found = warehouse().entities(AllTypes.SAMPLE, ids(rows.size()));

        // Then
        assertThatAllAreTheSame(rows, inOrder(found));
    }

    @Test
    default void keepsEveryValueThatReplacesAnother() {
        // Given
        adaptersWith(AllTypes.LAYOUT);
        Table table = AllTypes.SAMPLE.table();
        List<@Nullable Object[]> rows =
                samples(aRow(table).with("_is_inferred", false).with("_is_deleted", false));
        List<@Nullable Object[]> before = rows.stream()
                .map(row -> aRow(table)
                        .with("id", row[0])
                        .with("_is_inferred", true)
                        .with("_is_deleted", false)
                        .build())
                .toList();
        write(aWrite().inserting(table, before.toArray(Object[][]::new)));
        write(aWrite().updating(table, rows.toArray(Object[][]::new)));

        // When
        Map<Key, @Nullable Object[]> found = warehouse().entities(AllTypes.SAMPLE, ids(rows.size()));

        // Then
        assertThatAllAreTheSame(rows, inOrder(found));
    }

    @Test
    default void keepsEveryValueInAChange() {
        // Given
        adaptersWith(AllTypes.LAYOUT);
        ChangeLayout layout = AllTypes.LAYOUT.changes().getFirst();
        List<@Nullable Object[]> rows = samples(aRow(layout.table())
                .with("_changed_at", Instant.EPOCH)
                .with("_change_sequence", Long.MIN_VALUE)
                .with("_change_id", new UUID(-1, 0))
                .with("_is_deleted", false)
                .with("_lane", 1)
                .with("_position", Long.MAX_VALUE));
        write(aWrite().inserting(layout.table(), rows.toArray(Object[][]::new)));

        Map<Key, Instant> since = new HashMap<>();
        ids(rows.size()).forEach(id -> since.put(id, MemberLayout.OPEN_START));

        // When
        var found = warehouse().changes(layout, since);

        // Then
        List<@Nullable Object[]> changes = new ArrayList<>();
        ids(rows.size()).forEach(id -> changes.addAll(found.get(id)));
        assertThatAllAreTheSame(rows, changes);
    }

    @Test
    default void keepsEveryValueInAMember() {
        // Given
        adaptersWith(AllTypes.LAYOUT);
        MemberLayout layout = AllTypes.LAYOUT.members().getFirst();
        List<@Nullable Object[]> rows = samples(aRow(layout.table())
                .with("sample_durable_key", Long.MAX_VALUE)
                .with("version", 1)
                .with("valid_from", MemberLayout.OPEN_START)
                .with("valid_to", MemberLayout.OPEN_END)
                .with("is_current", true)
                .with("is_inferred", false)
                .with("_is_latest", true));
        for (int index = 0; index < rows.size(); index++) {
            rows.get(index)[0] = index + 1L;
            rows.get(index)[1] = Long.MAX_VALUE - index;
        }
        write(aWrite().inserting(layout.table(), rows.toArray(Object[][]::new)));

        // When
        var found = warehouse().members(layout, ids(rows.size()));

        // Then
        List<@Nullable Object[]> versions = new ArrayList<>();
        ids(rows.size()).forEach(id -> versions.addAll(found.get(id).versions()));
        assertThatAllAreTheSame(rows, versions);
    }

    @Test
    default void findsRowsByKeysOfEveryType() {
        // Given
        adaptersWith(AllTypes.LAYOUT);
        Table table = AllTypes.KEYED.table();
        List<Key> keys = keysOfEveryType();
        Object[][] rows = keys.stream()
                .map(key -> {
                    @Nullable
                    Object[] row = aRow(table)
                            .with("_is_inferred", true)
                            .with("_is_deleted", false)
                            .build();
                    key.writeTo(row, 0);
                    return row;
                })
                .toArray(Object[][]::new);
        write(aWrite().inserting(table, rows));

        // When
        Map<Key, @Nullable Object[]> found = warehouse().entities(AllTypes.KEYED, keys);

        // Then
        assertThat(found).containsOnlyKeys(keys);
        found.forEach((key, row) -> assertThat(Key.from(row, 0, key.width())).isEqualTo(key));
    }

    /// One row for each extreme of the type that has most of them; all others repeat theirs. The
    /// last row has nulls.
    private static List<@Nullable Object[]> samples(RowBuilder start) {
        int count = AllTypes.attributes().stream()
                .mapToInt(attribute -> AllTypes.extremes(attribute).size())
                .max()
                .orElseThrow();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            RowBuilder row = start.with("id", number);
            for (Attribute attribute : AllTypes.attributes()) {
                row = row.with(attribute.name().value(), extreme(attribute, number));
            }
            rows.add(row.build());
        }
        rows.add(start.with("id", count).build());
        return rows;
    }

    private static List<Key> keysOfEveryType() {
        return IntStream.range(0, 8)
                .mapToObj(number -> Key.of(AllTypes.KEY.stream()
                        .map(attribute -> shortened(extreme(attribute, number)))
                        .toArray()))
                .distinct()
                .toList();
    }

    /// Long text does not fit into an index.
    private static Object shortened(Object value) {
        return value instanceof String text && text.length() > 1_000 ? text.substring(0, 1_000) : value;
    }

    private static Object extreme(Attribute attribute, int number) {
        List<Object> extremes = AllTypes.extremes(attribute);
        return extremes.get(number % extremes.size());
    }

    private static List<Key> ids(int count) {
        return IntStream.range(0, count).mapToObj(Key::of).toList();
    }

    private static List<@Nullable Object[]> inOrder(Map<Key, @Nullable Object[]> found) {
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void assertThatAllAreTheSame(List<@Nullable Object[]> expected, List<@Nullable Object[]> actual) {
        assertThat(actual.stream().map(Arrays::deepToString))
                .containsExactlyElementsOf(
                        expected.stream().map(Arrays::deepToString).toList());
    }
}
