package dev.startide.app.architecture.planted.app.wiring;

import dev.startide.app.architecture.planted.adapter.inbound.file.FileAdapter;
import dev.startide.app.architecture.planted.app.cli.Command;

/// The app knows an adapter, and two of its packages each other.
public class Wiring {

    public void wire(FileAdapter adapter, Command command) {
        adapter.read();
        command.run(this);
    }
}
