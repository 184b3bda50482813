package dev.startide.app.architecture.planted.domain.port.outbound;

import dev.startide.app.architecture.planted.domain.flow.Decision;

/// A port that is a class, and that knows a decision which knows it.
public class Store {

    public Decision write() {
        return new Decision();
    }
}
