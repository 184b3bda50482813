package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;

import dev.startide.domain.testkit.simulation.Move;
import dev.startide.domain.testkit.simulation.SimulatedShop;
import dev.startide.domain.testkit.simulation.Simulation;
import org.junit.jupiter.api.Test;

/// Whatever fails between source and warehouse, each event is logged once and has one effect.
class SimulationProperties {

    /// What is promised for every build.
    private static final int CASES = 20_000;

    @Test
    void nothingIsLostAndNothingIsDoubledWhateverGoesWrong() {
        property()
                .tried(CASES)
                .keptAs("simulations")
                .forAllLists(
                        SimulatedShop.MOVES::some,
                        Move::simpler,
                        moves -> Simulation.play(SimulatedShop.LAYOUT, moves));
    }
}
