package dev.startide.domain.port.inbound;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.warehouse.mapping.Source;
import java.util.List;

/// What an adapter can tell of the sources of its kind before they are read, and while they are:
/// whether they can be reached, and whether somebody's policy may take events away from us.
///
/// To add some, implement this interface and make the implementation known to the platform; any
/// number of implementations may speak for one kind.
public interface SourceDiagnoses {

    /// The kind as a model file writes it, such as `pulsar`.
    String kind();

    /// Looks at a source. Changes nothing, takes a bounded time, and disturbs nobody who reads it.
    ///
    /// @return everything that was looked at, also what is well; places begin with
    ///     `source <name>: `
    /// @throws dev.startide.domain.failure.StartideException if the source cannot be looked at; this
    ///     becomes a diagnosis with the message
    List<Diagnosis> of(Source source);
}
