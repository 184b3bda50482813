package dev.startide.domain.port.inbound;

import dev.startide.warehouse.mapping.SourceName;
import java.util.Set;
import java.util.function.Consumer;

/// A kind of source that has an end, such as a file: it is read from its beginning to its end, on
/// the thread of the caller. The sibling of [EventSource], which is held open.
///
/// To add a kind, implement this interface and make the implementation known to the platform.
public interface FiniteSource {

    /// The kind as a model file writes it, such as `file`.
    String kind();

    /// The names of the options that a source of this kind may have; any other is a mistake of the
    /// model.
    Set<String> options();

    /// Logs everything at a location as events of a source. Returns when all of it is logged.
    ///
    /// What was logged before a failure stays logged, and a location that was logged before, wholly
    /// or in part, goes on after what is logged. **Idempotent**: the same again logs nothing twice.
    ///
    /// @param location where to read, in the words of the kind: for a file its path, or `-` for
    ///     standard input
    /// @param form what is read; a kind that knows one form only refuses the others
    /// @param watcher is told after each batch how far it has come
    /// @return how far it came in the end
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if there is nothing
    ///     to read at the location, or the model has no such source; `SOURCE_UNAVAILABLE` if
    ///     reading breaks off; `FENCED` if another process reads the same location;
    ///     `DATABASE_UNAVAILABLE` if it is not known whether a batch was logged
    Progress readAll(SourceName source, String location, Form form, IngestEvents ingest, Consumer<Progress> watcher);

    /// What each element of a location is.
    enum Form {
        /// An event as it is: nothing but what it says.
        DOCUMENTS,

        /// A whole CloudEvent, which says by what it is identified.
        CLOUD_EVENTS
    }

    /// What became of the events so far.
    ///
    /// @param bytes how much of the location is dealt with
    /// @param size how many bytes there are; 0 if that is not known
    /// @param passed events that were logged by an earlier run
    /// @param accepted events that were logged
    /// @param duplicates events whose id was known
    /// @param conflicting events whose id belongs to an event of other content
    /// @param refused events that are too long to be logged, or not of the form
    record Progress(
            long bytes, long size, long passed, long accepted, long duplicates, long conflicting, long refused) {

        /// Nothing was read yet.
        public static Progress none(long size) {
            return new Progress(0, size, 0, 0, 0, 0, 0);
        }
    }
}
