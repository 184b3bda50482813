package dev.startide.sample.brokerage.answer;

import dev.startide.sample.brokerage.answer.Course.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The versions of one member of a dimension, oldest first.
record Versions(List<Version> all) {

    /// @param from when it began; the first version holds for all time before as well
    /// @param to when it ended; null while it holds
    /// @param state what was true of the member when the version began
    /// @param kept what distinguishes it from its neighbours
    record Version(Instant from, @Nullable Instant to, State state, Object kept) {}

    /// What a delete does to a dimension.
    enum Deletes {
        CLOSE,
        FLAG
    }

    /// @param kept the values of a state that keep a history
    static Versions of(Course course, Deletes deletes, Function<State, ?> kept) {
        return of(course, deletes, List.of(), (state, _) -> kept.apply(state));
    }

    /// @param moments instants at which something else may begin a version
    /// @param kept what keeps a history, of a state and an instant
    static Versions of(
            Course course, Deletes deletes, Collection<Instant> moments, BiFunction<State, Instant, ?> kept) {
        TreeSet<Instant> instants = new TreeSet<>(moments);
        course.states().forEach(state -> instants.add(state.from()));
        List<Version> all = new ArrayList<>();
        for (Instant at : instants) {
            State state = course.at(at);
            boolean isOpen = !all.isEmpty() && all.getLast().to() == null;
            if (deletes == Deletes.CLOSE && state.isGone()) {
                if (isOpen) {
                    end(all, at);
                }
                continue;
            }
            Object value =
                    deletes == Deletes.FLAG ? List.of(state.isGone(), kept.apply(state, at)) : kept.apply(state, at);
            if (isOpen && Objects.equals(all.getLast().kept(), value)) {
                continue;
            }
            if (isOpen) {
                end(all, at);
            }
            all.add(new Version(at, null, state, value));
        }
        return new Versions(List.copyOf(all));
    }

    /// The version that held at an instant, or that was closed last before it.
    Version at(Instant instant) {
        return all.get(indexAt(instant));
    }

    int indexAt(Instant instant) {
        int held = 0;
        for (int index = 0; index < all.size(); index++) {
            if (!all.get(index).from().isAfter(instant)) {
                held = index;
            }
        }
        return held;
    }

    boolean isCurrent() {
        return all.getLast().to() == null;
    }

    private static void end(List<Version> all, Instant at) {
        Version last = all.removeLast();
        all.add(new Version(last.from(), at, last.state(), last.kept()));
    }
}
