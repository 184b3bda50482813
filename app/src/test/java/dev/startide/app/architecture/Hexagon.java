package dev.startide.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/// The architecture's rules, for a root package of one's choice, so that they can be held against
/// planted violations as well as against the product.
record Hexagon(String root) {

    ArchRule dependenciesPointInwards() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("warehouse model")
                .definedBy(warehouse())
                .layer("domain")
                .definedBy(domain())
                .layer("inbound adapters")
                .definedBy(inbound())
                .layer("outbound adapters")
                .definedBy(outbound())
                .layer("app")
                .definedBy(app())
                .whereLayer("warehouse model")
                .mayNotAccessAnyLayer()
                .whereLayer("domain")
                .mayOnlyAccessLayers("warehouse model")
                .whereLayer("inbound adapters")
                .mayOnlyAccessLayers("domain", "warehouse model")
                .whereLayer("outbound adapters")
                .mayOnlyAccessLayers("domain", "warehouse model")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer();
    }

    ArchRule theCoreKnowsOnlyTheJdk() {
        return classes()
                .that(areInTheCore())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        warehouse(),
                        domain(),
                        "java.lang..",
                        "java.math..",
                        "java.nio..",
                        "java.security..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.."))
                .because("I/O, frameworks and logging belong to adapters");
    }

    ArchRule theCoreDoesNotReadTheClock() {
        return noClasses()
                .that(areInTheCore())
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time is an input; a test must be able to choose it");
    }

    ArchRule decisionsArePure() {
        return noClasses()
                .that(resideInAPackage(domain()))
                .and(not(resideInAnyPackage("..domain.port..", "..domain.service..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("..domain.port..", "..domain.service.."))
                .because("services ask ports and pass the answers in; a decision never asks");
    }

    ArchRule adaptersDoNotKnowEachOther() {
        return slices().matching(root + ".adapter.(*bound).(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(inbound()), resideInAPackage("..adapter.inbound.decode.."))
                .allowEmptyShould(true)
                .because("an adapter can be left out or replaced without the others; only decoding is shared");
    }

    ArchRule inboundAdaptersEnterByAPort() {
        return noClasses()
                .that(resideInAPackage(inbound()))
                .should()
                .dependOnClassesThat(resideInAPackage("..domain.port.outbound.."))
                .because("an inbound adapter that writes storage has skipped the domain");
    }

    ArchRule portsAreInterfaces() {
        return classes()
                .that(resideInAPackage("..domain.port.."))
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beInterfaces()
                .because("a port says what is promised, and an adapter how it is kept");
    }

    ArchRule adaptersAreHidden() {
        return classes()
                .that(resideInAnyPackage(inbound(), outbound()))
                .and(implement(resideInAPackage("..domain.port..")))
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .because("the rest of the platform sees ports, never adapters");
    }

    ArchRule noCyclesInTheDomain() {
        return slices().matching(root + ".domain.(*)..").should().beFreeOfCycles();
    }

    ArchRule noCyclesInTheWarehouseModel() {
        return slices().matching(root + ".warehouse.(*)..").should().beFreeOfCycles();
    }

    ArchRule noCyclesInTheApp() {
        return slices().matching(root + ".app.(*)..").should().beFreeOfCycles();
    }

    ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .because("such names hide what a thing is for");
    }

    ArchRule theCoreTakesNoFlags() {
        return methods()
                .that()
                .areDeclaredInClassesThat(areInTheCore())
                .and()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(Signatures.TAKE_NO_FLAGS_AND_NO_OPTIONALS)
                .because("a sealed type says what a flag or an absent value means");
    }

    ArchRule theAppKnowsNoAdapter() {
        return noClasses()
                .that(resideInAPackage(app()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(inbound(), outbound()))
                .because("adapters are found as beans, so that one in a jar of its own is wired like ours");
    }

    private DescribedPredicate<JavaClass> areInTheCore() {
        return resideInAnyPackage(warehouse(), domain());
    }

    private String warehouse() {
        return root + ".warehouse..";
    }

    private String domain() {
        return root + ".domain..";
    }

    private String inbound() {
        return root + ".adapter.inbound..";
    }

    private String outbound() {
        return root + ".adapter.outbound..";
    }

    private String app() {
        return root + ".app..";
    }
}
