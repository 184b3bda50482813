package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.KeyForm;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.SpecialMember;
import dev.startide.warehouse.star.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a part of an event says of the members of a list, in units of a hundred-millionth of the
/// fact: by natural key, or by the name of a special member.
public final class ListFold {

    private static final long WHOLE = 100_000_000;
    private static final long TOLERANCE = 100;

    private ListFold() {}

    /// Whether an event has a list whose weights do not add up to 1.
    public static boolean hasBadWeights(TypedEvent event, WarehouseModel model) {
        return model.factFeeds().stream()
                .filter(feed -> feed.event().equals(event.type().name()))
                .anyMatch(feed -> Part.of(event, feed.scope()).stream()
                        .anyMatch(part -> model.fact(feed.target()).roles().stream()
                                .filter(Role.OfBridge.class::isInstance)
                                .anyMatch(role -> isBad((Role.OfBridge) role, part))));
    }

    /// The members of the list; null if the part says that there are none.
    static @Nullable Map<Object, Long> said(Role.OfBridge role, Part part) {
        List<FieldValues> elements = elements(role, part);
        if (elements.isEmpty()) {
            return null;
        }
        Map<Object, BigDecimal> exact = new LinkedHashMap<>();
        for (FieldValues element : elements) {
            exact.merge(member(role, element), weight(role, element), BigDecimal::add);
        }
        BigDecimal sum = role.weight() instanceof Weight.Equal
                ? BigDecimal.ONE
                : exact.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int members = exact.size();
        if (role.weight() instanceof Weight.Equal) {
            exact.replaceAll(
                    (member, one) -> BigDecimal.ONE.divide(BigDecimal.valueOf(members), 30, RoundingMode.DOWN));
        }
        return inUnits(exact, Math.round(sum.movePointRight(8).doubleValue()));
    }

    /// Hands out what rounding down has left, one by one, to whoever lost most.
    private static Map<Object, Long> inUnits(Map<Object, BigDecimal> exact, long total) {
        Map<Object, Long> units = new LinkedHashMap<>();
        exact.forEach(
                (member, weight) -> units.put(member, weight.movePointRight(8).longValue()));
        List<Object> waiting = new ArrayList<>(exact.keySet());
        long left = total - units.values().stream().mapToLong(Long::longValue).sum();
        while (left-- > 0) {
            Object most = waiting.getFirst();
            for (Object member : waiting) {
                if (lost(exact.get(member)).compareTo(lost(exact.get(most))) > 0) {
                    most = member;
                }
            }
            waiting.remove(most);
            units.merge(most, 1L, Long::sum);
        }
        return units;
    }

    private static BigDecimal lost(BigDecimal weight) {
        return weight.movePointRight(8).remainder(BigDecimal.ONE);
    }

    private static Object member(Role.OfBridge role, FieldValues element) {
        List<Object> parts = new ArrayList<>();
        for (ColumnName field : Part.names(role.key())) {
            Object value = element.value(field);
            if (value == null || value == Unsaid.UNSAID) {
                return nobody(role);
            }
            parts.add(value);
        }
        boolean fits = !(role.form() instanceof KeyForm.Matching(var regex))
                || parts.getFirst().toString().matches(regex);
        return fits ? Key.of(parts.toArray()) : SpecialNames.INVALID;
    }

    /// Who stands in a list that is empty, or was never said.
    static String nobody(Role.OfBridge role) {
        return role.missing() == SpecialMember.NOT_APPLICABLE ? SpecialNames.NOT_APPLICABLE : SpecialNames.UNKNOWN;
    }

    private static BigDecimal weight(Role.OfBridge role, FieldValues element) {
        return role.weight() instanceof Weight.Said(var field)
                ? new BigDecimal(element.value(field.name()).toString())
                : BigDecimal.ONE;
    }

    private static boolean isBad(Role.OfBridge role, Part part) {
        List<FieldValues> elements = elements(role, part);
        if (!(role.weight() instanceof Weight.Said(var field)) || elements.isEmpty()) {
            return false;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (FieldValues element : elements) {
            Object value = element.value(field.name());
            if (value == null || value == Unsaid.UNSAID) {
                return true;
            }
            BigDecimal weight = new BigDecimal(value.toString());
            if (weight.doubleValue() < 0 || weight.doubleValue() > 1) {
                return true;
            }
            sum = sum.add(weight);
        }
        return Math.abs(sum.movePointRight(8).doubleValue() - WHOLE) > TOLERANCE;
    }

    @SuppressWarnings("unchecked")
    private static List<FieldValues> elements(Role.OfBridge role, Part part) {
        return part.value(role.list()) instanceof List<?> list ? (List<FieldValues>) list : List.of();
    }
}
