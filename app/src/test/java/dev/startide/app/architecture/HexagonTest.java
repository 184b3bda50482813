package dev.startide.app.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The shape of the hexagon. Maven already forbids the wrong module dependencies; these rules say
/// why, and hold inside modules as well. That each of them can fail is shown by
/// [PlantedViolationsTest].
@AnalyzeClasses(
        packages = "dev.startide",
        importOptions = {DoNotIncludeTests.class, HexagonTest.DoNotIncludeTestKit.class})
class HexagonTest {

    private static final Hexagon HEXAGON = new Hexagon("dev.startide");

    /// From the phase `package` on, the test kit is on the class path as a jar.
    static final class DoNotIncludeTestKit implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule dependencies_point_inwards = HEXAGON.dependenciesPointInwards();

    @ArchTest
    static final ArchRule the_core_knows_only_the_jdk = HEXAGON.theCoreKnowsOnlyTheJdk();

    @ArchTest
    static final ArchRule the_core_does_not_read_the_clock = HEXAGON.theCoreDoesNotReadTheClock();

    @ArchTest
    static final ArchRule decisions_are_pure = HEXAGON.decisionsArePure();

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other = HEXAGON.adaptersDoNotKnowEachOther();

    @ArchTest
    static final ArchRule inbound_adapters_enter_by_a_port = HEXAGON.inboundAdaptersEnterByAPort();

    @ArchTest
    static final ArchRule ports_are_interfaces = HEXAGON.portsAreInterfaces();

    @ArchTest
    static final ArchRule adapters_are_hidden = HEXAGON.adaptersAreHidden();

    @ArchTest
    static final ArchRule no_cycles_in_the_domain = HEXAGON.noCyclesInTheDomain();

    @ArchTest
    static final ArchRule no_cycles_in_the_warehouse_model = HEXAGON.noCyclesInTheWarehouseModel();

    @ArchTest
    static final ArchRule no_cycles_in_the_app = HEXAGON.noCyclesInTheApp();

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = HEXAGON.namesSayWhatAThingIs();

    @ArchTest
    static final ArchRule the_core_takes_no_flags = HEXAGON.theCoreTakesNoFlags();

    @ArchTest
    static final ArchRule the_app_knows_ports_and_no_adapter = HEXAGON.theAppKnowsNoAdapter();
}
