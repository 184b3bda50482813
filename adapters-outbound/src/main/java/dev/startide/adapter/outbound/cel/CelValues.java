package dev.startide.adapter.outbound.cel;

import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.startide.domain.normalize.Scalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values of events as CEL knows them, and back.
///
/// Dates, times of day and UUIDs are text in CEL, which has no types for them.
final class CelValues {

    private CelValues() {}

    static Object toCel(@Nullable Object tree) {
        return switch (tree) {
            case null -> NullValue.NULL_VALUE;
            case Scalar scalar -> toCel(scalar);
            case Map<?, ?> members -> new Members(members);
            case List<?> elements -> elements.stream().map(CelValues::toCel).toList();
            default -> throw new IllegalArgumentException("No part of a tree: " + tree.getClass());
        };
    }

    /// The value as a tree; something that no field can be is an [Scalar.Other].
    static @Nullable Object fromCel(Object value) {
        return switch (value) {
            case NullValue _ -> null;
            case String text -> new Scalar.Text(text);
            case Long number -> new Scalar.Whole(number);
            case BigDecimal number -> new Scalar.Exact(number);
            case Double number -> new Scalar.Floating(number);
            case Boolean truth -> new Scalar.Truth(truth);
            case CelByteString bytes -> new Scalar.Binary(bytes.toByteArray());
            case Instant instant -> new Scalar.Moment(instant);
            case Members members -> members.tree();
            case Map<?, ?> members -> fromMap(members);
            case List<?> elements -> fromList(elements);
            default -> new Scalar.Other("a value of another type");
        };
    }

    private static Object toCel(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Text(String value) -> value;
            case Scalar.Whole(long value) -> value;
            case Scalar.Exact(BigDecimal value) -> CelDecimals.plain(value);
            case Scalar.Floating(double value) -> value;
            case Scalar.Truth(boolean value) -> value;
            case Scalar.Binary(byte[] value) -> CelByteString.of(value);
            case Scalar.Moment(Instant value) -> value;
            case Scalar.Day(var value) -> value.toString();
            case Scalar.TimeOfDay(var value) -> value.toString();
            case Scalar.Id(var value) -> value.toString();
            case Scalar.Document(var _, String json) -> json;
            case Scalar.Other(String kind) -> kind;
        };
    }

    private static Object fromMap(Map<?, ?> members) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                return new Scalar.Other("a map whose keys are not text");
            }
            tree.put(name, fromCel(member.getValue()));
        }
        return tree;
    }

    private static Object fromList(List<?> elements) {
        List<@Nullable Object> tree = new ArrayList<>();
        elements.forEach(element -> tree.add(fromCel(element)));
        return tree;
    }

    /// An object of the event, whose members are turned into CEL's values when they are asked for.
    private static final class Members extends AbstractMap<String, Object> {

        private final Map<?, ?> tree;

        Members(Map<?, ?> tree) {
            this.tree = tree;
        }

        Map<?, ?> tree() {
            return tree;
        }

        @Override
        public @Nullable Object get(Object name) {
            Object value = tree.get(name);
            return value == null && !tree.containsKey(name) ? null : toCel(value);
        }

        @Override
        public boolean containsKey(Object name) {
            return tree.containsKey(name);
        }

        @Override
        public int size() {
            return tree.size();
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return tree.entrySet().stream()
                    .map(member -> new SimpleImmutableEntry<>((String) member.getKey(), toCel(member.getValue())))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
