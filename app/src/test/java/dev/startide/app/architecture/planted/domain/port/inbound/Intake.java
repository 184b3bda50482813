package dev.startide.app.architecture.planted.domain.port.inbound;

/// A port as it should be.
public interface Intake {

    void read();
}
