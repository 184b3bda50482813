package dev.startide.domain.service;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.Handling;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.DiagnoseSetup;
import dev.startide.domain.port.inbound.SourceDiagnoses;
import dev.startide.domain.port.outbound.Diagnoses;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Asks everybody who can tell something of the surroundings, one after the other.
public final class DiagnoseService implements DiagnoseSetup {

    private static final String SCHEMA = "model and database";

    private final List<Diagnoses> surroundings;
    private final List<SourceDiagnoses> sources;
    private final WarehouseCatalog catalog;

    public DiagnoseService(List<Diagnoses> surroundings, List<SourceDiagnoses> sources, WarehouseCatalog catalog) {
        this.surroundings = surroundings.stream()
                .sorted(Comparator.comparing(Diagnoses::area))
                .toList();
        this.sources = List.copyOf(sources);
        this.catalog = catalog;
    }

    @Override
    public List<Diagnosis> ofSurroundings() {
        return surroundings.stream()
                .flatMap(each -> orWhyNot(each.area(), each::diagnose).stream())
                .toList();
    }

    @Override
    public List<Diagnosis> ofModel(WarehouseModel model) {
        List<Diagnosis> all = new ArrayList<>(orWhyNot(SCHEMA, () -> ofSchema(model)));
        model.sources().forEach(source -> all.addAll(ofSource(source)));
        return List.copyOf(all);
    }

    private List<Diagnosis> ofSource(Source source) {
        String place = "source %s".formatted(source.name());
        return sources.stream()
                .filter(each -> each.kind().equals(source.kind()))
                .flatMap(each -> orWhyNot(place, () -> each.of(source)).stream())
                .toList();
    }

    private List<Diagnosis> ofSchema(WarehouseModel model) {
        SchemaPlan plan = new PlanService(WarehouseLayout.of(model), catalog).plan();
        if (plan.changes().isEmpty()) {
            return List.of(Diagnosis.fine(SCHEMA, "The database is what the model wants"));
        }
        List<SchemaChange> incompatible = plan.incompatible();
        return List.of(
                incompatible.isEmpty()
                        ? Diagnosis.note(
                                SCHEMA,
                                "%d changes are pending, and each only adds; 'startide run' and 'startide apply' make them"
                                        .formatted(plan.changes().size()))
                        : Diagnosis.error(
                                SCHEMA,
                                "The model cannot be reached by adding alone: " + incompatible.getFirst(),
                                "See 'startide plan'; undo these changes, or build the tables anew by 'startide rebuild --all --accept'"));
    }

    private static List<Diagnosis> orWhyNot(String place, Supplier<List<Diagnosis>> look) {
        try {
            return look.get();
        } catch (StartideException failure) {
            return List.of(whyNot(place, failure));
        }
    }

    private static Diagnosis whyNot(String place, StartideException failure) {
        String says = withoutPoint(String.valueOf(failure.getMessage()));
        String remedy = "docs/operations.md says what to do about " + failure.code();
        return isAway(failure) ? Diagnosis.unreachable(place, says, remedy) : Diagnosis.error(place, says, remedy);
    }

    private static boolean isAway(StartideException failure) {
        return failure.handling() == Handling.PAUSE || failure.code() == FailureCode.DATABASE_TIMEOUT;
    }

    private static String withoutPoint(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
