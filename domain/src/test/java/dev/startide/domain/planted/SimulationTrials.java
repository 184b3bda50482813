package dev.startide.domain.planted;

import dev.startide.domain.testkit.Property;
import dev.startide.domain.testkit.simulation.Move;
import dev.startide.domain.testkit.simulation.SimulatedShop;
import dev.startide.domain.testkit.simulation.Simulation;
import java.util.List;
import java.util.function.IntFunction;

/// Plays random simulations, as every build does, and tells of the first that fails; says nothing if
/// all go well. A failing simulation is not made smaller.
public final class SimulationTrials implements IntFunction<String> {

    @Override
    public String apply(int trials) {
        try {
            Property.property()
                    .from(1, trials)
                    .forAll(
                            SimulatedShop.MOVES::some,
                            (List<Move> moves) -> Simulation.play(SimulatedShop.LAYOUT, moves));
            return "";
        } catch (AssertionError falsified) {
            return String.valueOf(falsified.getMessage());
        }
    }
}
