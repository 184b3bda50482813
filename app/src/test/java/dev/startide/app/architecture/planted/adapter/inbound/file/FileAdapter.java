package dev.startide.app.architecture.planted.adapter.inbound.file;

import dev.startide.app.architecture.planted.domain.port.inbound.Intake;

/// A public adapter.
public class FileAdapter implements Intake {

    @Override
    public void read() {}
}
