package dev.startide.app.crash;

import dev.startide.app.instance.Instance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What a process takes of its machine, again and again over a long time.
final class Vitals {

    /// @param heap bytes of the heap in use, garbage included
    record Sample(double heap, double threads, double handles, double connections) {}

    private final List<Sample> samples = new ArrayList<>();

    /// Looks once.
    ///
    /// @param connections of all processes to the database
    void take(Instance instance, double connections) throws IOException, InterruptedException {
        String metrics = instance.metrics();
        samples.add(new Sample(
                sum(metrics, "jvm_memory_used_bytes{area=\"heap\""),
                sum(metrics, "jvm_threads_live_threads"),
                sum(metrics, "process_files_open_files"),
                connections));
    }

    int size() {
        return samples.size();
    }

    /// The least of the heap: what is left after garbage was collected.
    Span leastHeap() {
        return span(Sample::heap, 0);
    }

    Span threads() {
        return span(Sample::threads, 0.5);
    }

    Span handles() {
        return span(Sample::handles, 0.5);
    }

    Span connections() {
        return span(Sample::connections, 0.5);
    }

    /// What something was in the second quarter of the time, when all was warm, and in the last one.
    record Span(double early, double late) {

        /// Whether it has not grown by more than a part of itself and a bit.
        boolean isFlat(double part, double bit) {
            return late <= early * (1 + part) + bit;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f, later %.0f", early, late);
        }
    }

    private Span span(ToDoubleFunction<Sample> what, double rank) {
        int quarter = samples.size() / 4;
        return new Span(
                ranked(samples.subList(quarter, 2 * quarter), what, rank),
                ranked(samples.subList(samples.size() - quarter, samples.size()), what, rank));
    }

    private static double ranked(List<Sample> samples, ToDoubleFunction<Sample> what, double rank) {
        List<Double> sorted = samples.stream()
                .map(what::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.get((int) (rank * (sorted.size() - 1)));
    }

    private static double sum(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
