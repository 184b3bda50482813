package dev.startide.domain.port.outbound;

import dev.startide.domain.diagnosis.Diagnosis;
import java.util.List;

/// What an adapter can tell of its surroundings: a server, its settings, our rights in it, this
/// process. Every bean of this type is part of `startide doctor`.
///
/// Inbound adapters implement `SourceDiagnoses` instead.
public interface Diagnoses {

    /// What is looked at, in a word, such as `database`.
    String area();

    /// Looks at it. Changes nothing and takes a bounded time.
    ///
    /// @return everything that was looked at, also what is well; places begin with the area
    /// @throws dev.startide.domain.failure.StartideException if it cannot be looked at; this becomes
    ///     a diagnosis with the message
    List<Diagnosis> diagnose();
}
