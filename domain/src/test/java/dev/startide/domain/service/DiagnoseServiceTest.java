package dev.startide.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.diagnosis.Severity;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.SourceDiagnoses;
import dev.startide.domain.port.outbound.Diagnoses;
import dev.startide.domain.testkit.memory.InMemoryCatalog;
import dev.startide.domain.testkit.memory.InMemoryDatabase;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnoseServiceTest {

    private static final WarehouseModel MODEL = Shop.LAYOUT.model();
    private static final Diagnosis WELL = Diagnosis.fine("cellar: light", "It burns");

    private final InMemoryCatalog catalog = new InMemoryCatalog(new InMemoryDatabase());

    @Test
    void asksEverybodyInTheOrderOfTheirAreas() {
        // Given
        var doctor = new DiagnoseService(
                List.of(area("roof", Diagnosis.note("roof: tiles", "Old")), area("cellar", WELL)), List.of(), catalog);

        // When
        List<Diagnosis> found = doctor.ofSurroundings();

        // Then
        assertThat(found).extracting(Diagnosis::place).containsExactly("cellar: light", "roof: tiles");
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_UNAVAILABLE, UNREACHABLE",
        "SOURCE_UNAVAILABLE, UNREACHABLE",
        "DATABASE_TIMEOUT, UNREACHABLE",
        "SETTING_INVALID, ERROR",
        "INVARIANT_BROKEN, ERROR"
    })
    void makesADiagnosisOfAFailureAndAsksTheOthers(FailureCode code, Severity expected) {
        // Given
        var doctor = new DiagnoseService(List.of(failing("attic", code), area("cellar", WELL)), List.of(), catalog);

        // When
        List<Diagnosis> found = doctor.ofSurroundings();

        // Then
        assertThat(found).hasSize(2).contains(WELL);
        assertThat(found.getFirst().place()).isEqualTo("attic");
        assertThat(found.getFirst().severity()).isEqualTo(expected);
        assertThat(found.getFirst().remedy()).contains(code.name());
    }

    @Test
    void asksOfEachSourceThoseWhoKnowItsKind() {
        // Given
        String kind = MODEL.sources().getFirst().kind();
        var doctor = new DiagnoseService(List.of(), List.of(ofKind(kind), ofKind("carrier-pigeon")), catalog);
        long expected = MODEL.sources().stream()
                .filter(source -> source.kind().equals(kind))
                .count();

        // When
        List<Diagnosis> found = doctor.ofModel(MODEL);

        // Then
        assertThat(found.stream().filter(each -> each.says().equals(kind))).hasSize((int) expected);
        assertThat(found).extracting(Diagnosis::says).doesNotContain("carrier-pigeon");
    }

    @Test
    void saysThatChangesOfTheSchemaArePending() {
        // When
        List<Diagnosis> found = new DiagnoseService(List.of(), List.of(), catalog).ofModel(MODEL);

        // Then
        assertThat(found).singleElement().extracting(Diagnosis::severity).isEqualTo(Severity.NOTE);
    }

    @Test
    void findsTheDatabaseThatTheModelWants() {
        // Given
        new ApplyService(MODEL, new PlanService(WarehouseLayout.of(MODEL), catalog), catalog)
                .apply(ApplySchema.Replaced.REFUSED);

        // When
        List<Diagnosis> found = new DiagnoseService(List.of(), List.of(), catalog).ofModel(MODEL);

        // Then
        assertThat(found).singleElement().extracting(Diagnosis::severity).isEqualTo(Severity.FINE);
    }

    private static Diagnoses area(String area, Diagnosis diagnosis) {
        return new Diagnoses() {
            @Override
            public String area() {
                return area;
            }

            @Override
            public List<Diagnosis> diagnose() {
                return List.of(diagnosis);
            }
        };
    }

    private static Diagnoses failing(String area, FailureCode code) {
        return new Diagnoses() {
            @Override
            public String area() {
                return area;
            }

            @Override
            public List<Diagnosis> diagnose() {
                throw StartideException.because(code, "It is dark.");
            }
        };
    }

    private static SourceDiagnoses ofKind(String kind) {
        return new SourceDiagnoses() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public List<Diagnosis> of(Source source) {
                return List.of(Diagnosis.fine("source %s: flight".formatted(source.name()), kind));
            }
        };
    }
}
