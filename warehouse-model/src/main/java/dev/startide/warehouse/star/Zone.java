package dev.startide.warehouse.star;

import java.time.ZoneId;

/// The time zone that decides which day, or which time of day, an instant is in a role.
public sealed interface Zone {

    /// The zone to use.
    ///
    /// @param warehouse the time zone of the warehouse
    ZoneId in(ZoneId warehouse);

    /// The zone of the warehouse.
    record OfWarehouse() implements Zone {
        @Override
        public ZoneId in(ZoneId warehouse) {
            return warehouse;
        }
    }

    /// A zone of the role's own.
    record Own(ZoneId id) implements Zone {
        @Override
        public ZoneId in(ZoneId warehouse) {
            return id;
        }
    }
}
