package dev.startide.domain.normalize;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The text in which a row says which of its attributes are older than its latest change:
/// `name=instant/sequence/digest` for each of them, and `name=` for one that the latest change said
/// to have no value.
///
/// Of an attribute that has no value and is not in the text, nothing was ever said. So rows that
/// were written before an attribute was declared say nothing of it.
final class Clock {

    private Clock() {}

    /// Writes the exceptions of a register; null if there is none, as is usual.
    ///
    /// @param names what the register's attributes are called, so that the text outlives their
    ///     order
    static @Nullable String write(List<String> names, Register register) {
        List<String> exceptions = new ArrayList<>();
        for (int index = 0; index < register.width(); index++) {
            ChangeOrder said = register.said(index);
            if (said.equals(ChangeOrder.NEVER)) {
                continue;
            }
            if (!said.equals(register.latest())) {
                exceptions.add("%s=%s/%d/%s"
                        .formatted(
                                names.get(index),
                                said.at(),
                                said.sequence(),
                                said.event().toUuid()));
            } else if (register.value(index) == null) {
                exceptions.add(names.get(index) + "=");
            }
        }
        return exceptions.isEmpty() ? null : String.join(",", exceptions);
    }

    /// Reads for each attribute the change that it is from.
    static ChangeOrder[] read(
            @Nullable String text, List<String> names, @Nullable Object[] values, ChangeOrder latest) {
        ChangeOrder[] said = new ChangeOrder[names.size()];
        for (int index = 0; index < said.length; index++) {
            said[index] = values[index] == null ? ChangeOrder.NEVER : latest;
        }
        if (text != null) {
            for (String exception : text.split(",", -1)) {
                int sign = exception.indexOf('=');
                int index = names.indexOf(exception.substring(0, sign));
                if (index >= 0) {
                    said[index] = readOrder(exception.substring(sign + 1), latest);
                }
            }
        }
        return said;
    }

    private static ChangeOrder readOrder(String text, ChangeOrder latest) {
        if (text.isEmpty()) {
            return latest;
        }
        String[] parts = text.split("/", -1);
        return new ChangeOrder(
                Instant.parse(parts[0]), Long.parseLong(parts[1]), EventDigest.of(UUID.fromString(parts[2])));
    }
}
