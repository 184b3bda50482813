package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.KeyForm;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.SpecialMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a part of an event says of a role: a key, a day, null, or that it is nothing of the kind.
final class SaidInRole {

    /// Something was said that can be no key.
    private enum Nonsense {
        SAID
    }

    private SaidInRole() {}

    static @Nullable Object said(Role role, Part part, ZoneId warehouse) {
        List<ColumnName> fields = Part.names(role.inputs());
        return switch (role) {
            case Role.OfMember member ->
                part.key(fields).<Object>map(key -> key(key, member.form())).orElse(null);
            case Role.OfTime time ->
                time(part.value(fields.getFirst()), time.every(), time.zone().in(warehouse));
            case Role.OfJunk _, Role.OfBridge _ -> null;
            case Role.OfDay day -> day(part.value(fields.getFirst()), day.zone().in(warehouse));
        };
    }

    /// What a row shows where no member and no day is named; null where one is.
    static @Nullable String special(Role role, @Nullable Object said) {
        if (said == Nonsense.SAID) {
            return SpecialNames.INVALID;
        }
        if (said != null) {
            return null;
        }
        return role.missing() == SpecialMember.NOT_APPLICABLE ? SpecialNames.NOT_APPLICABLE : SpecialNames.UNKNOWN;
    }

    private static Object key(Key key, KeyForm form) {
        boolean fits = !(form instanceof KeyForm.Matching(var regex))
                || key.part(0).toString().matches(regex);
        return fits ? key : Nonsense.SAID;
    }

    /// As the key of a row: hours and minutes as one number.
    private static @Nullable Object time(@Nullable Object value, Dimension.Step every, ZoneId zone) {
        Object time = value instanceof Instant instant ? instant.atZone(zone).toLocalTime() : value;
        return time instanceof LocalTime local
                ? (Object) (local.getHour() * 100 + (every == Dimension.Step.MINUTE ? local.getMinute() : 0))
                : null;
    }

    private static @Nullable Object day(@Nullable Object value, ZoneId zone) {
        Object day = value instanceof Instant instant ? instant.atZone(zone).toLocalDate() : value;
        boolean fits = !(day instanceof LocalDate date) || (date.getYear() >= 1900 && date.getYear() <= 2200);
        return fits ? day : Nonsense.SAID;
    }
}
