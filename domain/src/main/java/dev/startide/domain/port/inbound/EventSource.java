package dev.startide.domain.port.inbound;

import dev.startide.warehouse.mapping.Source;
import java.util.List;
import java.util.Set;

/// A kind of source that must be held open: an adapter that reads topics, tails files, listens on a
/// socket.
///
/// To add a kind, implement this interface, extend `EventSourceContract` of the test kit, and make
/// the implementation known to the platform: sources of the model whose kind it names are then
/// started and stopped through it.
public interface EventSource {

    /// The kind as a model file writes it, such as `pulsar`.
    String kind();

    /// The names of the options that a source of this kind may have; any other is a mistake of the
    /// model.
    Set<String> options();

    /// Starts to read a source and to hand its events to `ingest`, on threads of its own. Returns
    /// at once, even if the source cannot be reached yet: it is tried again until it can.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if the source's
    ///     options cannot be used
    Running start(Source source, IngestEvents ingest);

    /// A source that is being read.
    interface Running extends AutoCloseable {

        /// How the source is doing, for readiness and status.
        Health health();

        /// What threatens events of the source that were not logged yet, each in one sentence with
        /// its remedy; reading goes on nevertheless. None if nothing is known.
        default List<String> warnings() {
            return List.of();
        }

        /// Stops reading, waits for a batch that is on its way, acknowledges what was committed,
        /// and lets go of everything. Idempotent.
        @Override
        void close();
    }

    /// How a source is doing.
    sealed interface Health {

        /// It reads, or has nothing to read.
        record Reading() implements Health {}

        /// It cannot read for the time being, and tries again.
        ///
        /// @param reason one sentence that names what to check
        record Waiting(String reason) implements Health {}

        /// It has given up.
        ///
        /// @param reason one sentence that names what to check
        record Stopped(String reason) implements Health {}
    }
}
