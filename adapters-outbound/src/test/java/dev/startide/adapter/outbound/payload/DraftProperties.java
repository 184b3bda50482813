package dev.startide.adapter.outbound.payload;

import static dev.startide.domain.testkit.Property.property;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.cel.CelForTests;
import dev.startide.adapter.outbound.modelfile.ModelsForTests;
import dev.startide.adapter.outbound.schemafile.SchemasForTests;
import dev.startide.domain.draft.DraftYaml;
import dev.startide.domain.draft.Drafting;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.LoggedEvent.Admission;
import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.Reading;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.validation.ModelFileResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever events a model is drafted from: it is valid, and each of them can be loaded by it.
class DraftProperties {

    @TempDir
    private Path folder;

    @Test
    void everyEventOfTheSampleCanBeLoaded() {
        property().oncePer(4).keptAs("drafts").forAllLists(RandomSample::of, events -> {
            if (!events.isEmpty()) {
                requireLoaded(events);
            }
        });
    }

    private void requireLoaded(List<String> events) {
        var sample = new PayloadSamples(SchemasForTests.schemas()).ofFile(file(events), 1_000);
        String yaml = DraftYaml.of(Drafting.of(List.of(sample)));
        WarehouseModel model = valid(yaml);
        var reader = new PayloadEventReader(model, CelForTests.expressions());
        boolean areCloudEvents = yaml.contains("whole CloudEvents");
        for (String event : events) {
            Reading reading = reader.read(logged(event, areCloudEvents, model));
            assertThat(reading).as("%s%nby%n%s", event, yaml).isInstanceOf(Reading.Typed.class);
        }
    }

    private static WarehouseModel valid(String yaml) {
        return switch (ModelsForTests.read(yaml, CelForTests.check())) {
            case ModelFileResult.Valid(var model, var _, var issues) -> model;
            case ModelFileResult.Invalid(var issues) -> throw new AssertionError(issues + "\n" + yaml);
        };
    }

    private static LoggedEvent logged(String event, boolean isCloudEvent, WarehouseModel model) {
        String type = isCloudEvent ? "application/cloudevents+json" : "application/json";
        return new LoggedEvent(
                new LanePosition(new LaneId(1), 1),
                model.sources().getFirst().name(),
                Admission.ACCEPTED,
                new IncomingEvent(
                        new IncomingEvent.Identity.InContent(),
                        Map.of(),
                        Instant.EPOCH,
                        new Payload.SelfDescribing(type, event.getBytes(UTF_8))));
    }

    private String file(List<String> events) {
        try {
            return Files.write(folder.resolve("sample.ndjson"), events).toString();
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }
}
