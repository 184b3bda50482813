package dev.startide.domain.testkit.course;

import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.warehouse.mapping.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One step of a course of events. Any part of a course is a course, too.
public sealed interface Happening {

    /// An event is logged in one of its source's lanes.
    record Arrives(TypedEventBuilder event, int lane) implements Happening {

        /// The same of an event that says less, or in the first lane.
        @Override
        public List<Happening> simpler() {
            List<Happening> simpler = new ArrayList<>();
            if (lane > 0) {
                simpler.add(new Arrives(event, 0));
            }
            event.type().fields().fields().forEach(field -> {
                if (event.said().containsKey(field.name()) && !event.mustSay(field.name())) {
                    simpler.add(new Arrives(event.without(field.name().value()), lane));
                }
            });
            return simpler;
        }
    }

    /// Something is logged that nobody can read.
    record ArrivesUnreadable(Source source, int lane) implements Happening {}

    /// An event is logged of a kind that the model does not know.
    record ArrivesUnknown(Source source, int lane) implements Happening {}

    /// Everything that waits is loaded.
    record IsLoaded() implements Happening {}

    /// Closed periods are filled, but perhaps not all of them.
    ///
    /// @param day periods that are over at its beginning are closed
    /// @param steps how many at most
    /// @param page how many things one step takes at most
    record IsFilled(LocalDate day, int steps, int page) implements Happening {}

    /// Something will go wrong with the next write.
    record GoesWrong(Mishap mishap) implements Happening {}

    /// The loader ends; another one goes on, perhaps under the same name.
    ///
    /// @param batch most events in its batches
    /// @param remembered how much it remembers
    record Changes(String holder, int batch, int remembered) implements Happening {

        /// The same with one large batch, and with everything remembered.
        @Override
        public List<Happening> simpler() {
            return batch == WarehouseRun.MANY && remembered == WarehouseRun.MANY
                    ? List.of()
                    : List.of(
                            new Changes(holder, WarehouseRun.MANY, WarehouseRun.MANY),
                            new Changes(holder, batch, WarehouseRun.MANY),
                            new Changes(holder, WarehouseRun.MANY, remembered));
        }
    }

    /// What may stand in its place to make a case easier to understand; the simplest first.
    default List<Happening> simpler() {
        return List.of();
    }
}
