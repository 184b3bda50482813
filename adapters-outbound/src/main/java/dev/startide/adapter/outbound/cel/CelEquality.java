package dev.startide.adapter.outbound.cel;

import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Equality in expressions: numbers are equal if their values are, of whatever types they are.
///
/// CEL's own finds a decimal unequal to everything. A floating-point number counts as the decimal
/// that it is written as, so that `event.price == 12.5` holds for a price of 12.50.
final class CelEquality {

    private CelEquality() {}

    /// What takes the place of CEL's `==`, `!=` and `in`.
    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("equals", Object.class, Object.class, CelEquality::areEqual),
                CelFunctionBinding.from(
                        "not_equals", Object.class, Object.class, (left, right) -> !areEqual(left, right)),
                CelFunctionBinding.from("in_list", Object.class, List.class, CelEquality::isIn),
                CelFunctionBinding.from("in_map", Object.class, Map.class, (key, map) -> isIn(key, map.keySet())));
    }

    private static boolean isIn(Object wanted, Iterable<?> elements) {
        for (Object element : elements) {
            if (areEqual(wanted, element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areEqual(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number number && right instanceof Number other) {
            return areEqual(number, other);
        }
        if (left instanceof List<?> list && right instanceof List<?> other) {
            return areEqual(list, other);
        }
        if (left instanceof Map<?, ?> map && right instanceof Map<?, ?> other) {
            return areEqual(map, other);
        }
        return Objects.equals(left, right);
    }

    private static boolean areEqual(Number left, Number right) {
        boolean finite = Double.isFinite(left.doubleValue()) && Double.isFinite(right.doubleValue());
        if (finite && (left instanceof BigDecimal || right instanceof BigDecimal)) {
            return CelDecimals.exact(left).compareTo(CelDecimals.exact(right)) == 0;
        }
        if (left instanceof Long whole && right instanceof Long other) {
            return whole.longValue() == other.longValue();
        }
        return left.doubleValue() == right.doubleValue();
    }

    private static boolean areEqual(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> others = right.iterator();
        return left.stream().allMatch(element -> areEqual(element, others.next()));
    }

    private static boolean areEqual(Map<?, ?> left, Map<?, ?> right) {
        return left.size() == right.size()
                && left.entrySet().stream()
                        .allMatch(entry -> right.containsKey(entry.getKey())
                                && areEqual(entry.getValue(), right.get(entry.getKey())));
    }
}
