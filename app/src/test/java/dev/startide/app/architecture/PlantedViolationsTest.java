package dev.startide.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule that has never failed is not known to work: each is held against classes that violate it.
class PlantedViolationsTest {

    private static final String ROOT = "dev.startide.app.architecture.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

    private record Planted(String rule, Function<Hexagon, ArchRule> of, String found) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Planted> rules() {
        return Stream.of(
                new Planted("dependencies point inwards", Hexagon::dependenciesPointInwards, "Shape.decision"),
                new Planted("the core knows only the JDK", Hexagon::theCoreKnowsOnlyTheJdk, "java.io.File"),
                new Planted("the core does not read the clock", Hexagon::theCoreDoesNotReadTheClock, "Instant.now"),
                new Planted("decisions are pure", Hexagon::decisionsArePure, "Store"),
                new Planted("adapters do not know each other", Hexagon::adaptersDoNotKnowEachOther, "FileAdapter"),
                new Planted("inbound adapters enter by a port", Hexagon::inboundAdaptersEnterByAPort, "Store"),
                new Planted("ports are interfaces", Hexagon::portsAreInterfaces, "Store"),
                new Planted("adapters are hidden", Hexagon::adaptersAreHidden, "FileAdapter"),
                new Planted("no cycles in the domain", Hexagon::noCyclesInTheDomain, "Cycle"),
                new Planted("no cycles in the warehouse model", Hexagon::noCyclesInTheWarehouseModel, "Cycle"),
                new Planted("no cycles in the app", Hexagon::noCyclesInTheApp, "Cycle"),
                new Planted("names say what a thing is", Hexagon::namesSayWhatAThingIs, "HttpManager"),
                new Planted("the core takes no flags", Hexagon::theCoreTakesNoFlags, "decideAt"),
                new Planted("the app knows no adapter", Hexagon::theAppKnowsNoAdapter, "FileAdapter"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleFindsWhatWasPlanted(Planted planted) {
        // Given
        ArchRule rule = planted.of().apply(new Hexagon(ROOT));

        // When
        EvaluationResult result = rule.evaluate(PLANTED);

        // Then
        assertThat(result.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(planted.found()));
    }
}
