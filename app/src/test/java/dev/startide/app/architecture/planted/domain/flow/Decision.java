package dev.startide.app.architecture.planted.domain.flow;

import dev.startide.app.architecture.planted.domain.port.outbound.Store;
import java.io.File;
import java.time.Instant;
import java.util.Optional;

/// A decision that asks a port, reads the clock and files, and takes a flag and an optional.
public class Decision {

    public Instant decide(Store store, boolean hastily) {
        store.write();
        return hastily || new File("x").exists() ? Instant.EPOCH : Instant.now();
    }

    public Instant decideAt(Optional<Instant> when) {
        return when.orElse(Instant.EPOCH);
    }
}
