package dev.startide.domain.normalize;

import dev.startide.domain.normalize.FactPlan.SlotPlan;
import dev.startide.domain.normalize.FieldRef.Scoped;
import dev.startide.domain.normalize.Shares.Share;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.star.SpecialMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a list becomes the members of a bridge. A member that is listed twice counts once, with the
/// weights of both.
///
/// @param weight empty if the members share the fact equally
record SharePlan(FieldRef list, KeyPlan key, KeyCheck check, Optional<FieldRef> weight) implements SlotPlan {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal UNIT = ONE.movePointLeft(BridgeLayout.WEIGHT_SCALE);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    /// Weights that do not fit.
    ///
    /// @param message what is wrong with them
    record Misfit(String message) {}

    @Override
    public @Nullable Object in(Scoped scoped) {
        Object elements = list.in(scoped);
        if (elements == Unsaid.UNSAID) {
            return Unsaid.UNSAID;
        }
        if (!(elements instanceof List<?> said) || said.isEmpty()) {
            return null;
        }
        Map<Object, BigDecimal> weights = new LinkedHashMap<>();
        for (Object element : said) {
            Scoped inElement = new Scoped(scoped.event(), (FieldValues) element);
            Optional<BigDecimal> share = share(inElement);
            if (share.isEmpty()) {
                return new Misfit("an element has no weight between 0 and 1");
            }
            weights.merge(member(inElement), share.get(), BigDecimal::add);
        }
        return shares(weights);
    }

    private Object member(Scoped element) {
        Object value = key.keyIn(element);
        if (value instanceof Key named) {
            return check.accepts(named) ? named : SpecialMember.INVALID;
        }
        return SpecialMember.UNKNOWN;
    }

    /// The weight of an element, if it is one.
    private Optional<BigDecimal> share(Scoped element) {
        if (weight.isEmpty()) {
            return Optional.of(ONE);
        }
        return decimal(weight.get().in(element)).filter(said -> said.signum() >= 0 && said.compareTo(ONE) <= 0);
    }

    private static Optional<BigDecimal> decimal(@Nullable Object value) {
        return switch (value) {
            case BigDecimal exact -> Optional.of(exact);
            case Integer whole -> Optional.of(BigDecimal.valueOf(whole));
            case Long whole -> Optional.of(BigDecimal.valueOf(whole));
            case Double number -> Optional.of(BigDecimal.valueOf(number));
            case null, default -> Optional.empty();
        };
    }

    private @Nullable Object shares(Map<Object, BigDecimal> weights) {
        if (weight.isEmpty()) {
            int count = weights.size();
            weights.replaceAll(
                    (_, _) -> ONE.divide(BigDecimal.valueOf(count), 2 * BridgeLayout.WEIGHT_SCALE, RoundingMode.DOWN));
            return rounded(weights, ONE);
        }
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.subtract(ONE).abs().compareTo(TOLERANCE) > 0
                ? new Misfit("the weights of its list add up to %s, not to 1".formatted(sum.toPlainString()))
                : rounded(weights, sum);
    }

    /// Rounds by largest remainder, so that the sum stays what it is; of equal remainders the first
    /// ones are rounded up.
    private static @Nullable Shares rounded(Map<Object, BigDecimal> weights, BigDecimal sum) {
        List<Rounding> down = weights.entrySet().stream()
                .map(entry -> Rounding.down(entry.getKey(), entry.getValue()))
                .toList();
        BigDecimal left = sum.setScale(BridgeLayout.WEIGHT_SCALE, RoundingMode.HALF_UP)
                .subtract(down.stream().map(Rounding::weight).reduce(BigDecimal.ZERO, BigDecimal::add));
        Set<Object> up = down.stream()
                .sorted(Comparator.comparing(Rounding::lost).reversed())
                .limit(left.divideToIntegralValue(UNIT).longValueExact())
                .map(Rounding::member)
                .collect(Collectors.toSet());
        Shares shares = new Shares(down.stream()
                .map(part -> new Share(
                        part.member(),
                        up.contains(part.member()) ? part.weight().add(UNIT) : part.weight()))
                .toList());
        return shares.equals(Shares.NOBODY) ? null : shares;
    }

    /// A weight that is rounded down.
    private record Rounding(Object member, BigDecimal weight, BigDecimal lost) {

        static Rounding down(Object member, BigDecimal said) {
            BigDecimal weight = said.setScale(BridgeLayout.WEIGHT_SCALE, RoundingMode.DOWN);
            return new Rounding(member, weight, said.subtract(weight));
        }
    }
}
