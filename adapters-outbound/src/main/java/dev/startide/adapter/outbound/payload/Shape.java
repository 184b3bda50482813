package dev.startide.adapter.outbound.payload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which members of an object are wanted, and in which slots their values go.
final class Shape {

    /// No name is empty: stands for all of them.
    private static final String ALL = "";

    private final Map<String, Member> members = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /// A wanted member.
    sealed interface Member {

        /// Its value goes into a slot.
        record Slot(int index) implements Member {}

        /// Members of it are wanted.
        record Inner(Shape shape) implements Member {}
    }

    @Nullable
    Member member(String name) {
        return members.get(name);
    }

    Iterable<Member> members() {
        return members.values();
    }

    /// Whether somebody looks at a member that is not wanted.
    boolean isKnown(String name) {
        return known.contains(name) || known.contains(ALL);
    }

    /// Says that somebody looks at the value at the end of a path, and at all that is inside.
    void know(List<String> path) {
        if (path.isEmpty()) {
            known.add(ALL);
            members.values().stream()
                    .filter(Member.Inner.class::isInstance)
                    .forEach(inner -> ((Member.Inner) inner).shape().know(path));
        } else if (members.get(path.getFirst()) instanceof Member.Inner(Shape shape)) {
            shape.know(path.subList(1, path.size()));
        } else {
            known.add(path.getFirst());
        }
    }

    /// Wants the value at the end of a path.
    ///
    /// @return false if the path is not free: each value goes to one place
    boolean claim(List<String> path, int slot) {
        String name = path.getFirst();
        if (path.size() == 1) {
            return members.putIfAbsent(name, new Member.Slot(slot)) == null;
        }
        Member there = members.computeIfAbsent(name, _ -> new Member.Inner(new Shape()));
        return switch (there) {
            case Member.Inner(Shape shape) -> shape.claim(path.subList(1, path.size()), slot);
            case Member.Slot _ -> false;
        };
    }
}
