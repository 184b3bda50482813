package dev.startide.app.crash;

import java.util.function.IntFunction;

/// What the instances of a service are trapped with.
interface Traps {

    /// Those of instances that are to live.
    Traps NONE = (_, _) -> "";

    /// What an instance is started with.
    ///
    /// @param instance its name
    /// @param life how often it was started, with this time
    /// @return as the property `startide.fail-point` has it; empty for no trap
    String of(String instance, int life);

    /// An instance was killed by its trap.
    default void sprung(String instance) {}

    /// Traps of the first instance alone.
    static Traps ofTheFirst(IntFunction<String> traps) {
        return (instance, life) -> instance.equals(Instances.FIRST) ? traps.apply(life) : "";
    }
}
