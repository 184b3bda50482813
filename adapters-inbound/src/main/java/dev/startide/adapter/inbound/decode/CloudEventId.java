package dev.startide.adapter.inbound.decode;

import dev.startide.domain.event.IncomingEvent.Identity;
import java.util.Optional;

/// What identifies a CloudEvent: its source and its id together, with a space between them. A
/// source is a URI reference, which has no spaces, so that two events never share an identity.
public final class CloudEventId {

    private CloudEventId() {}

    /// The identity, or empty if these two cannot be one: blank, too long together, a source with
    /// white space, or control characters, which the database could not keep.
    public static Optional<Identity> of(String source, String id) {
        String joined = source + " " + id;
        boolean usable = !source.isBlank()
                && !id.isBlank()
                && joined.length() <= Identity.MAX_LENGTH
                && source.chars().noneMatch(Character::isWhitespace)
                && joined.codePoints().noneMatch(CloudEventId::isUnstorable);
        return usable ? Optional.of(new Identity.Given(joined)) : Optional.empty();
    }

    private static boolean isUnstorable(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
