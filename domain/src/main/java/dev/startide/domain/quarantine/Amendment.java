package dev.startide.domain.quarantine;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.LoggedEvent.Admission;
import dev.startide.domain.event.Payload;

/// What an operator has decided about a logged event. It stands beside the event in the raw log and
/// holds whenever the event is read: when it is tried again, in a rebuild, in a replay. The event
/// itself stays as it came.
public sealed interface Amendment {

    /// The event as it is to be read.
    LoggedEvent amend(LoggedEvent logged);

    /// It says this, and not what came. It counts as accepted, whatever it was before.
    ///
    /// @param bytes read with the schema of the original if they are of its content type
    record Corrected(String contentType, byte[] bytes) implements Amendment {

        @Override
        public LoggedEvent amend(LoggedEvent logged) {
            IncomingEvent event = logged.event();
            Payload payload = switch (event.payload()) {
                case Payload.WithSchema(var type, var _, var schema)
                when type.equals(contentType) -> new Payload.WithSchema(type, bytes, schema);
                case Payload.WithSchema _, Payload.SelfDescribing _ -> new Payload.SelfDescribing(contentType, bytes);
            };
            return new LoggedEvent(
                    logged.at(),
                    logged.source(),
                    Admission.ACCEPTED,
                    new IncomingEvent(event.identity(), event.headers(), event.arrivedAt(), payload));
        }

        /// Without the content, which may hold personal data.
        @Override
        public String toString() {
            return "%s, %d bytes".formatted(contentType, bytes.length);
        }
    }

    /// It is not meant for the warehouse.
    record Discarded() implements Amendment {

        @Override
        public LoggedEvent amend(LoggedEvent logged) {
            return new LoggedEvent(logged.at(), logged.source(), Admission.DISCARDED, logged.event());
        }
    }
}
