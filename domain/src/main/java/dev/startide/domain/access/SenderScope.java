package dev.startide.domain.access;

import dev.startide.warehouse.mapping.SourceName;
import java.util.Set;

/// To which sources a sender may send.
public sealed interface SenderScope {

    /// Whether events may be sent to this source.
    boolean allows(SourceName source);

    /// To each that there is and will be.
    record AllSources() implements SenderScope {

        @Override
        public boolean allows(SourceName source) {
            return true;
        }
    }

    /// To these and no others.
    record Only(Set<SourceName> sources) implements SenderScope {

        public Only {
            sources = Set.copyOf(sources);
        }

        @Override
        public boolean allows(SourceName source) {
            return sources.contains(source);
        }
    }
}
