package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.domain.event.EventDigest;
import dev.startide.warehouse.WarehouseModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a model makes of events, as a digest: two models with the same one write the same rows.
public final class ModelMeaning {

    private ModelMeaning() {}

    /// Leaves out where events come from, but for what their payloads are, and marts, which only
    /// read. Descriptions count, although they need not.
    public static UUID of(WarehouseModel model) {
        Stream<String> formats =
                model.sources().stream().map(source -> "%s %s".formatted(source.name(), source.format()));
        String parts = Stream.concat(
                        Stream.concat(Stream.of(model.timeZone().getId()), formats),
                        Stream.of(
                                        model.events(),
                                        model.entities(),
                                        model.dimensions(),
                                        model.facts(),
                                        model.entityFeeds(),
                                        model.factFeeds())
                                .flatMap(List::stream)
                                .map(Object::toString))
                .collect(Collectors.joining("\n"));
        return EventDigest.of(model.name(), parts.getBytes(StandardCharsets.UTF_8))
                .toUuid();
    }
}
