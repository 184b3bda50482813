package dev.startide.warehouse.expectation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A test that a model brings along.
///
/// @param given the events, in order
/// @param tables what tables are to show
/// @param refusals what is to become of the events that are not loaded, by their index in `given`; all
///     others are to be loaded
public record ModelTest(
        String name,
        List<GivenEvent> given,
        Periods periods,
        List<ExpectedTable> tables,
        Map<Integer, Refusal> refusals) {

    public ModelTest {
        given = List.copyOf(given);
        tables = List.copyOf(tables);
        refusals = Map.copyOf(refusals);
    }

    /// Which periods of periodic facts are filled before the warehouse is looked at.
    public sealed interface Periods {

        /// None.
        record Open() implements Periods {}

        /// Those that are over at the end of a day.
        record FilledThrough(LocalDate day) implements Periods {}
    }

    /// What is to become of an event that is not loaded.
    public sealed interface Refusal {

        /// Quarantined.
        ///
        /// @param reason the name of the reason; empty for any
        record Quarantined(String reason) implements Refusal {}

        /// Ignored.
        ///
        /// @param rule the name of the rule; empty for any
        record Ignored(String rule) implements Refusal {}
    }
}
