package dev.startide.app.architecture.planted.app.cli;

import dev.startide.app.architecture.planted.app.wiring.Wiring;

/// One half of a cycle.
public class Command {

    public Wiring run(Wiring wiring) {
        return wiring;
    }
}
