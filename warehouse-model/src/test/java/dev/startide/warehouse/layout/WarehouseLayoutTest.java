package dev.startide.warehouse.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.validation.Documents;
import dev.startide.warehouse.validation.Resolutions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarehouseLayoutTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "WarehouseLayoutTest", "shop.txt");

    @Test
    void standsInOtherSchemasWithTheSameTables() {
        // Given
        var live = WarehouseLayout.of(Resolutions.valid(Documents.shop()));

        // When
        var beside = live.in(Schemas.REBUILD).schema();

        // Then
        assertThat(beside.tables())
                .extracting(table -> table.name().toString())
                .containsExactlyElementsOf(live.schema().tables().stream()
                        .map(table -> "%s__rebuild.%s"
                                .formatted(table.name().schema(), table.name().name()))
                        .toList());
        assertThat(beside.tables())
                .flatExtracting(table -> table.foreignKeys())
                .allMatch(key -> key.target().schema().endsWith("__rebuild"));
        assertThat(beside.views())
                .allMatch(view -> rowsOf(view).from().schema().equals("star__rebuild"))
                .allMatch(view -> view.joins().stream()
                        .allMatch(join -> join.target().schema().equals("star__rebuild")));
    }

    @Test
    void laysOutTheShop() throws IOException {
        // Given
        var model = Resolutions.valid(
                Documents.shop().replace("\nmarts:\n", "\nmarts:\n  order_lines: { fact: order_line }\n"));

        // When
        var schema = WarehouseLayout.of(model).schema();

        // Then
        List<String> lines =
                new ArrayList<>(List.of("# WarehouseLayoutTest.laysOutTheShop: all tables and views of the shop."));
        schema.tables().forEach(table -> lines.addAll(linesOf(table)));
        schema.views().forEach(view -> lines.addAll(linesOf(view)));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, lines);
        }
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }

    @Test
    void rowsOfDaysFitTheirTable() {
        // Given
        var calendar = WarehouseLayout.of(Resolutions.valid(Documents.shop()))
                .calendars()
                .getFirst();

        // When
        var row = calendar.rowOf(LocalDate.of(2024, 12, 30));

        // Then
        assertThat(row)
                .hasSameSizeAs(calendar.table().columns())
                .containsExactly(
                        20241230,
                        LocalDate.of(2024, 12, 30),
                        2024,
                        4,
                        12,
                        "December",
                        "2024-12",
                        30,
                        365,
                        1,
                        "Monday",
                        1,
                        2025,
                        false);
    }

    @Test
    void specialDaysSayWhatTheyStandFor() {
        // Given
        CalendarLayout calendar = WarehouseLayout.of(Resolutions.valid(Documents.shop()))
                .calendars()
                .getFirst();

        // When
        var rows = calendar.specialRows();

        // Then
        assertThat(rows)
                .hasSize(3)
                .allSatisfy(
                        row -> assertThat(row).hasSameSizeAs(calendar.table().columns()));
        assertThat(rows.get(0)).startsWith(-1, null, null).contains("Unknown");
        assertThat(rows.get(1)).startsWith(-2, null, null).contains("Not applicable");
        assertThat(rows.get(2)).startsWith(-3, null, null).contains("Invalid");
    }

    @Test
    void specialMembersHaveNoNaturalKeyAndSayWhatTheyStandFor() {
        // Given
        MemberLayout customers = WarehouseLayout.of(Resolutions.valid(Documents.shop()))
                .members()
                .getFirst();

        // When
        var rows = customers.specialRows();

        // Then
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1))
                .hasSize(customers.width())
                .startsWith(-2L, -2L, null, "Not applicable", "Not applicable", "Not applicable", "Not applicable");
    }

    @Test
    void indexesOfRowsFitTheirTables() {
        // When
        var layout = WarehouseLayout.of(Resolutions.valid(Documents.shop()));

        // Then
        assertThat(layout.entities()).allSatisfy(entity -> {
            assertThat(entity.width()).isEqualTo(entity.table().writtenColumns().size());
            assertThat(entity.table().columns().get(entity.inferredAt()).name()).isEqualTo(EntityLayout.IS_INFERRED);
            assertThat(entity.table().columns().get(entity.bookkeepingAt()).name())
                    .isEqualTo(Bookkeeping.CHANGED_AT);
        });
        assertThat(layout.changes()).allSatisfy(change -> {
            assertThat(change.width()).isEqualTo(change.table().writtenColumns().size());
            assertThat(change.table().columns().get(change.saidNullAt()).name()).isEqualTo(ChangeLayout.SAID_NULL);
            assertThat(change.table().columns().get(change.orderAt()).name()).isEqualTo(Bookkeeping.CHANGED_AT);
        });
        assertThat(layout.members()).allSatisfy(member -> {
            assertThat(member.width()).isEqualTo(member.table().writtenColumns().size());
            assertThat(member.table().columns().get(member.versionAt()).name()).isEqualTo(MemberLayout.VERSION);
        });
        assertThat(layout.facts()).allSatisfy(fact -> {
            assertThat(fact.width()).isEqualTo(fact.table().writtenColumns().size());
            assertThat(fact.table().columns().get(fact.eventTimeAt()).name()).isEqualTo(FactLayout.EVENT_TIME);
            assertThat(fact.table().columns().get(fact.bookkeepingAt()).name()).isEqualTo(Bookkeeping.CHANGED_AT);
        });
    }

    private static List<String> linesOf(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("table %s primary key %s".formatted(table.name(), table.primaryKey()));
        table.columns().forEach(column -> lines.add("  " + lineOf(column)));
        table.foreignKeys()
                .forEach(key -> lines.add("  %s -> %s %s".formatted(key.columns(), key.target(), key.targetColumns())));
        table.indexes().forEach(index -> lines.add("  %s index %s".formatted(index.kind(), index.columns())));
        table.alarms().forEach(alarm -> lines.add("  alarm of %s, gaps %s".formatted(alarm.member(), alarm.gaps())));
        return lines;
    }

    private static String lineOf(Column column) {
        String origin = switch (column.origin()) {
            case Column.Origin.Written() -> "";
            case Column.Origin.Computed(var sql) -> " = " + sql;
        };
        return "%s %s %s%s".formatted(column.name(), column.type().sqlName(), column.nullability(), origin);
    }

    private static List<String> linesOf(View view) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("view %s of %s, grouped by the first %d"
                .formatted(view.name(), rowsOf(view).from(), rowsOf(view).groups()));
        view.joins().forEach(join -> lines.add("  join %s as %s".formatted(join.target(), join.alias())));
        view.outputs().forEach(output -> lines.add("  %s = %s".formatted(output.name(), output.expression())));
        return lines;
    }

    private static View.Rows rowsOf(View view) {
        return (View.Rows) view.content();
    }
}
