package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/// Time zones as a model writes them.
final class Zones {

    private Zones() {}

    /// The zone of that name; empty, and told of, if there is none.
    static Optional<ZoneId> read(Written zone, Issues issues) {
        try {
            return Optional.of(ZoneId.of(zone.text()));
        } catch (DateTimeException unknown) {
            String nearest = Suggestion.nearest(zone.text(), ZoneId.getAvailableZoneIds())
                    .map("Did you mean '%s'?"::formatted)
                    .orElse("Write a region, such as 'Europe/Vienna'.");
            issues.error(zone, "there is no time zone '%s'".formatted(zone.text()), nearest);
            return Optional.empty();
        }
    }
}
