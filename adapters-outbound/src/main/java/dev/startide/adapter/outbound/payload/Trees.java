package dev.startide.adapter.outbound.payload;

import dev.startide.domain.normalize.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Payloads as trees of [Scalar], [List], [Map] by name and null, for expressions to look at.
final class Trees {

    private Trees() {}

    /// A target that makes a tree of the value.
    static Target into(Consumer<@Nullable Object> done) {
        return new Builder(done);
    }

    /// Pushes a tree into a target, as if it were decoded anew.
    static void replay(@Nullable Object tree, Target target) {
        switch (tree) {
            case null -> target.nothing();
            case Scalar scalar -> target.scalar(scalar);
            case Map<?, ?> members -> replay(members, target.object());
            case List<?> elements -> replay(elements, target.list());
            default -> throw new IllegalArgumentException("No part of a tree: " + tree.getClass());
        }
    }

    /// The tree as an object.
    ///
    /// @throws Refusal if it is none
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> object(@Nullable Object tree, String what) {
        if (tree instanceof Map<?, ?> members) {
            return (Map<String, @Nullable Object>) members;
        }
        throw Refusal.mismatch(what, "an object", kindOf(tree));
    }

    private static String kindOf(@Nullable Object tree) {
        return switch (tree) {
            case null -> "null";
            case Scalar scalar -> scalar.kind();
            case List<?> _ -> "a list";
            default -> "an object";
        };
    }

    private static void replay(Map<?, ?> members, Target.ObjectTarget object) {
        members.forEach((name, value) -> {
            Target member = object.member((String) name);
            if (member != null) {
                replay(value, member);
            }
        });
        object.end();
    }

    private static void replay(List<?> elements, Target.ListTarget list) {
        elements.forEach(element -> replay(element, list.element()));
        list.end();
    }

    private record Builder(Consumer<@Nullable Object> done) implements Target {

        @Override
        public void scalar(Scalar value) {
            done.accept(value);
        }

        @Override
        public void nothing() {
            done.accept(null);
        }

        @Override
        public ObjectTarget object() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            return new ObjectTarget() {
                @Override
                public Target member(String name) {
                    if (members.containsKey(name)) {
                        throw Refusal.unreadable("an object has a name twice");
                    }
                    return into(value -> members.put(name, value));
                }

                @Override
                public void end() {
                    done.accept(members);
                }
            };
        }

        @Override
        public ListTarget list() {
            List<@Nullable Object> elements = new ArrayList<>();
            Target element = into(elements::add);
            return new ListTarget() {
                @Override
                public Target element() {
                    return element;
                }

                @Override
                public void end() {
                    done.accept(elements);
                }
            };
        }
    }
}
