package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;
import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.quality.Finding;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvent;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A table that was loaded is what its events make of it when they are loaded anew, key by key.
class RebuiltCheckProperties {

    private static final int MANY = 10_000;

    @Test
    void findNothingInTablesThatWereLoaded() {
        property().forAllLists(ShopEvents::some, events -> {
            InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
            WarehouseRun run = loaded(storage, events);

            List<Finding> findings = Shop.LAYOUT.schema().tables().stream()
                    .map(table -> table.name().toString())
                    .filter(name -> !name.equals("star.date"))
                    .flatMap(name -> check(storage, run, rows -> rows, MANY).compare(name).findings().stream())
                    .toList();

            assertThat(findings).isEmpty();
        });
    }

    @Test
    void findNothingInAPartOfATable() {
        property().forAllLists(ShopEvents::some, events -> {
            InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
            WarehouseRun run = loaded(storage, events);

            List<Finding> findings = check(storage, run, rows -> rows, 2)
                    .compare("star.order_line")
                    .findings();

            assertThat(findings).isEmpty();
        });
    }

    @Test
    void findARowThatIsMissingOneThatIsTooManyAndOneThatDiffers() {
        // Given
        InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
        WarehouseRun run = loaded(
                storage,
                List.of(
                        ShopEvent.aCustomer("c-1"),
                        ShopEvent.anOrder("o-1", "c-1").with("lines", List.of(ShopEvent.aLine(1, "p-1", 1))),
                        ShopEvent.anOrder("o-2", "c-2").with("lines", List.of(ShopEvent.aLine(1, "p-1", 2)))));
        UnaryOperator<List<@Nullable Object[]>> falsified = rows -> {
            rows.stream().filter(row -> row[0].equals("o-1")).forEach(row -> row[0] = "o-3");
            rows.stream().filter(row -> row[0].equals("o-2")).forEach(row -> row[4] = 99L);
            return rows;
        };

        // When
        List<Finding> findings =
                check(storage, run, falsified, MANY).compare("order_line").findings();

        // Then
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "star.order_line order_id=o-1, line_no=1: is missing",
                        "star.order_line order_id=o-2, line_no=1: differs in [customer_durable_key]",
                        "star.order_line order_id=o-3, line_no=1: comes from no event");
    }

    @Test
    void findNothingInTablesOfEveryKindThatWereLoaded() {
        property().forAllLists(new RandomEvents(Everything.MODEL)::some, events -> {
            InMemoryStorage storage = new InMemoryStorage(Everything.LAYOUT);
            WarehouseRun run = loaded(Everything.LAYOUT, storage, events);
            run.fill(Everything.DAYS.getLast(), MANY, MANY);

            List<Finding> findings = Everything.LAYOUT.schema().tables().stream()
                    .map(table -> table.name().toString())
                    .filter(name -> !name.endsWith("__horizon") && !name.equals("star.date"))
                    .filter(name -> !name.equals("star.customer"))
                    .flatMap(name ->
                            check(Everything.LAYOUT, storage, run, rows -> rows, MANY)
                                    .compare(name)
                                    .findings()
                                    .stream())
                    .toList();

            assertThat(findings).isEmpty();
        });
    }

    @Test
    void findNothingInTablesOfMembersWhoChangeTheirKeys() {
        property().forAllLists(new RandomEvents(Renaming.MODEL)::some, events -> {
            InMemoryStorage storage = new InMemoryStorage(Renaming.LAYOUT);
            WarehouseRun run = loaded(Renaming.LAYOUT, storage, events);

            List<Finding> findings = Renaming.LAYOUT.schema().tables().stream()
                    .map(table -> table.name().toString())
                    .filter(name -> !name.equals("star.account") && !name.equals("norm.customer__key"))
                    .flatMap(name ->
                            check(Renaming.LAYOUT, storage, run, rows -> rows, MANY).compare(name).findings().stream())
                    .toList();

            assertThat(findings).isEmpty();
        });
    }

    @Test
    void findMembersOfAListThatAreWrong() {
        // Given
        InMemoryStorage storage = new InMemoryStorage(Clinic.LAYOUT);
        TypedEventBuilder visit = anEventOf(Clinic.MODEL, "visit_told")
                .at("2026-03-01T15:00:00Z")
                .with("visit_id", "v-1")
                .with("started_at", Instant.parse("2026-03-01T15:00:00Z"))
                .with("channel", "web")
                .with("nurses", List.of(Map.of("patient_id", "p-1"), Map.of("patient_id", "p-2")));
        WarehouseRun run = loaded(Clinic.LAYOUT, storage, List.of(visit));

        // When
        List<Finding> weights = check(
                        Clinic.LAYOUT,
                        storage,
                        run,
                        rows -> {
                            rows.getFirst()[4] = BigDecimal.ONE;
                            return rows;
                        },
                        MANY)
                .compare("visit_made__nursed_by")
                .findings();
        List<Finding> members = check(
                        Clinic.LAYOUT,
                        storage,
                        run,
                        rows -> {
                            rows.stream()
                                    .filter(row -> row.length == 5)
                                    .limit(1)
                                    .forEach(row -> row[2] = -1L);
                            return rows;
                        },
                        MANY)
                .compare("visit_made__nursed_by")
                .findings();
        List<Finding> flags = check(
                        Clinic.LAYOUT,
                        storage,
                        run,
                        rows -> {
                            rows.getFirst()[1] = "door";
                            return rows;
                        },
                        MANY)
                .compare("visit_flags")
                .findings();

        // Then
        assertThat(weights).extracting(Finding::problem).containsExactly("differs in [weight]");
        assertThat(members).extracting(Finding::problem).containsExactlyInAnyOrder("is missing", "comes from no event");
        assertThat(flags).extracting(Finding::problem).containsExactly("has not the key of its flags");
    }

    private static RebuiltCheck check(
            InMemoryStorage storage, WarehouseRun run, UnaryOperator<List<@Nullable Object[]>> falsified, int rows) {
        return check(Shop.LAYOUT, storage, run, falsified, rows);
    }

    private static RebuiltCheck check(
            WarehouseLayout layout,
            InMemoryStorage storage,
            WarehouseRun run,
            UnaryOperator<List<@Nullable Object[]>> falsified,
            int rows) {
        return new RebuiltCheck(
                layout, storage.adapters().rawLog(), run.reader(), new MemorySnapshots(storage, falsified), rows);
    }

    private static WarehouseRun loaded(InMemoryStorage storage, List<TypedEventBuilder> events) {
        return loaded(Shop.LAYOUT, storage, events);
    }

    private static WarehouseRun loaded(
            WarehouseLayout layout, InMemoryStorage storage, List<TypedEventBuilder> events) {
        WarehouseRun run = new WarehouseRun(storage.adapters(), layout);
        run.change("first", 3, 2);
        int lane = 0;
        for (TypedEventBuilder event : events) {
            run.log(Integer.toString(lane++ % 2), event.build());
        }
        run.drain();
        return run;
    }
}
