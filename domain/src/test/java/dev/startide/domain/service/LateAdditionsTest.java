package dev.startide.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.memory.InMemoryCatalog;
import dev.startide.domain.testkit.memory.InMemoryDatabase;
import dev.startide.domain.testkit.person.People;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.ChangeClass;
import dev.startide.warehouse.plan.PlanReview;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What speaks of the past cannot be added to rows that are there.
class LateAdditionsTest {

    private static final WarehouseModel SHOWING_PHONES = People.showing("phone");

    @Test
    void firstAndPreviousValuesNeedARebuild() {
        // When
        PlanReview review =
                PlanReview.between(WarehouseLayout.of(SHOWING_PHONES).schema(), People.LAYOUT.schema());

        // Then
        assertThat(columns(review, ChangeClass.NEEDS_REBUILD)).containsOnly("origin", "previous_team");
        assertThat(columns(review, ChangeClass.COMPATIBLE)).containsOnly("city", "team", "rank", "current_rank");
    }

    @Test
    void areNotApplied() {
        // Given
        InMemoryCatalog catalog = new InMemoryCatalog(new InMemoryDatabase());
        apply(SHOWING_PHONES, catalog);
        WarehouseSchema before = catalog.existing();

        // When
        var refusal = catchThrowableOfType(StartideException.class, () -> apply(People.MODEL, catalog));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.MODEL_CONFLICT);
        assertThat(catalog.existing()).isEqualTo(before);
    }

    @Test
    void aBridgeNeedsARebuild() {
        // Given
        BridgeLayout bridge = BridgeLayout.of(Clinic.LAYOUT.facts().getFirst()).getFirst();

        // When
        PlanReview review = PlanReview.between(
                keeping(table -> !table.name().equals(bridge.table().name())), Clinic.LAYOUT.schema());

        // Then
        assertThat(review.of(ChangeClass.NEEDS_REBUILD))
                .singleElement()
                .satisfies(planned ->
                        assertThat(planned.change()).isEqualTo(new SchemaChange.AddLateTable(bridge.table())));
    }

    @Test
    void whatMembersHadOfAMiniDimensionNeedsARebuild() {
        // Given
        TableName trail = new TableName("star", "customer_profile__trail");
        WarehouseSchema whole = Everything.LAYOUT.schema();
        WarehouseSchema before = new WarehouseSchema(
                whole.tables().stream()
                        .filter(table -> !table.name().equals(trail))
                        .toList(),
                List.of());

        // When
        PlanReview review = PlanReview.between(before, whole);

        // Then
        assertThat(review.of(ChangeClass.NEEDS_REBUILD))
                .singleElement()
                .satisfies(planned -> assertThat(planned.change())
                        .isEqualTo(
                                new SchemaChange.AddLateTable(whole.table(trail).orElseThrow())));
    }

    @Test
    void aBridgeOfAFactThatComesWithItDoesNot() {
        // Given
        TableName fact = Clinic.LAYOUT.facts().getFirst().table().name();

        // When
        PlanReview review = PlanReview.between(
                keeping(table -> !table.name().name().startsWith(fact.name())), Clinic.LAYOUT.schema());

        // Then
        assertThat(review.of(ChangeClass.NEEDS_REBUILD)).isEmpty();
        assertThat(review.toFill()).containsOnlyOnce(fact);
    }

    @Test
    void nothingIsLateInAnEmptyDatabase() {
        // When
        PlanReview review = PlanReview.between(keeping(_ -> false), Clinic.LAYOUT.schema());

        // Then
        assertThat(review.of(ChangeClass.NEEDS_REBUILD)).isEmpty();
        assertThat(review.toFill()).isEmpty();
    }

    private static WarehouseSchema keeping(Predicate<Table> kept) {
        return new WarehouseSchema(
                Clinic.LAYOUT.schema().tables().stream().filter(kept).toList(), List.of());
    }

    private static void apply(WarehouseModel model, InMemoryCatalog catalog) {
        new ApplyService(model, new PlanService(WarehouseLayout.of(model), catalog), catalog)
                .apply(ApplySchema.Replaced.REFUSED);
    }

    private static List<String> columns(PlanReview review, ChangeClass kind) {
        return review.of(kind).stream()
                .flatMap(planned -> switch (planned.change()) {
                    case SchemaChange.AddColumn(var _, var column) ->
                        Stream.of(column.name().value());
                    case SchemaChange.AddLateColumn(var _, var column) ->
                        Stream.of(column.name().value());
                    case SchemaChange.AddTable _,
                            SchemaChange.AddLateTable _,
                            SchemaChange.AddIndex _,
                            SchemaChange.AddAlarm _,
                            SchemaChange.AddForeignKey _,
                            SchemaChange.ChangeEnforcement _,
                            SchemaChange.CheckForeignKey _,
                            SchemaChange.SetView _,
                            SchemaChange.ChangeType _,
                            SchemaChange.ChangeKey _,
                            SchemaChange.AddRequiredColumn _,
                            SchemaChange.Obstacle _ -> Stream.<String>empty();
                })
                .toList();
    }
}
