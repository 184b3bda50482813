package dev.startide.domain.trial;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.expectation.GivenEvent;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A model in which every type of event has a source of its own beside the one that it has, so that a
/// test can give events of a type, whatever the condition by which the type is known otherwise.
///
/// Two underscores keep the added names apart from those of models.
public final class TrialModel {

    private static final String PREFIX = "given__";

    private TrialModel() {}

    /// The model, made ready for tests.
    public static WarehouseModel of(WarehouseModel model) {
        List<Source> sources = new ArrayList<>(model.sources());
        List<EventType> events = new ArrayList<>(model.events());
        for (EventType event : model.events()) {
            String name = nameOf(model, event.name());
            sources.add(new Source(
                    new SourceName(name), "test", Source.PayloadFormat.JSON, new Source.Dedupe.None(), Map.of()));
            events.add(new EventType(
                    new EventName(name),
                    event.description(),
                    new SourceName(name),
                    new EventType.Condition.Always(),
                    event.time(),
                    event.identity(),
                    event.sequence(),
                    event.fields(),
                    event.unknown()));
        }
        UnaryOperator<EventName> given = event -> new EventName(nameOf(model, event));
        return new WarehouseModel(
                model.name(),
                model.description(),
                model.timeZone(),
                sources,
                events,
                model.entities(),
                model.dimensions(),
                model.facts(),
                model.marts(),
                doubled(model.entityFeeds(), given),
                doubled(model.factFeeds(), given),
                model.integrity());
    }

    /// The source from which an event of a test comes.
    ///
    /// @param model the model as it was made ready
    public static SourceName sourceOf(WarehouseModel model, GivenEvent event) {
        return switch (event) {
            case GivenEvent.OfSource(var source, var _) -> source;
            case GivenEvent.OfType(var type, var _) -> new SourceName(nameOf(model, type));
        };
    }

    private static String nameOf(WarehouseModel model, EventName event) {
        List<EventName> names = model.events().stream().map(EventType::name).toList();
        return PREFIX + names.indexOf(event);
    }

    private static <T> List<Feed<T>> doubled(List<Feed<T>> feeds, UnaryOperator<EventName> given) {
        return feeds.stream()
                .flatMap(feed -> Stream.of(
                        feed, new Feed<>(feed.target(), given.apply(feed.event()), feed.scope(), feed.effect())))
                .toList();
    }
}
