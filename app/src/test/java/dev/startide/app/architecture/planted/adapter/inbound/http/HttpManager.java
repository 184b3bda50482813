package dev.startide.app.architecture.planted.adapter.inbound.http;

import dev.startide.app.architecture.planted.adapter.inbound.file.FileAdapter;
import dev.startide.app.architecture.planted.domain.port.outbound.Store;

/// A public adapter with an empty name that writes storage and knows another adapter.
public class HttpManager {

    public void take(FileAdapter other) {
        other.read();
        new Store().write();
    }
}
