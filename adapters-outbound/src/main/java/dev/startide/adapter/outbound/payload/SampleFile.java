package dev.startide.adapter.outbound.payload;

import dev.startide.domain.draft.Sample;
import dev.startide.domain.draft.Sample.Origin;
import dev.startide.domain.draft.SampledEvent;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Scalar;
import dev.startide.warehouse.mapping.DescribedField;
import dev.startide.warehouse.validation.FieldSchemas;
import dev.startide.warehouse.validation.FieldSchemas.Language;
import dev.startide.warehouse.validation.FieldSchemas.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a file holds: JSON documents on lines, or in a list; events in an Avro container; or a schema.
///
/// @param most how many events at most
record SampleFile(FieldSchemas schemas, SampleBytes file, int most) {

    private static final List<String> OF_CLOUD_EVENTS = List.of("specversion", "id", "source", "type");

    Sample sample() {
        if (file.startsWith(AvroContainer.MARK)) {
            AvroContainer container = AvroContainer.read(file, most);
            return new Sample(
                    file.name(),
                    new Origin.Topic(file.name(), true),
                    container.events(),
                    fields(Language.AVRO, container.schema()),
                    0);
        }
        if (file.endsWith(".avsc")) {
            return ofSchema(Language.AVRO, true);
        }
        return document(file.bytes()).map(this::ofDocument).orElseGet(this::ofLines);
    }

    private Sample ofSchema(Language language, boolean isAvro) {
        return new Sample(
                file.name(), new Origin.Topic(file.name(), isAvro), List.of(), fields(language, file.text()), 0);
    }

    private List<DescribedField> fields(Language language, String text) {
        return switch (schemas.read(language, text)) {
            case Outcome.Described(var fields) -> fields;
            case Outcome.Unusable(var problem, var remedy) -> throw unusable("%s. %s".formatted(problem, remedy));
        };
    }

    private Sample ofDocument(Object tree) {
        if (tree instanceof Map<?, ?> members && isSchema(members)) {
            return ofSchema(Language.JSON_SCHEMA, false);
        }
        List<?> documents = tree instanceof List<?> elements ? elements : List.of(tree);
        return ofDocuments(documents.stream().limit(most).toList(), 0);
    }

    private static boolean isSchema(Map<?, ?> members) {
        return members.containsKey("$schema")
                || (members.get("type") instanceof Scalar.Text(String type)
                        && type.equals("object")
                        && members.get("properties") instanceof Map<?, ?>);
    }

    private Sample ofLines() {
        List<byte[]> lines = file.lines(most);
        List<Object> documents =
                lines.stream().flatMap(line -> document(line).stream()).toList();
        return ofDocuments(documents, lines.size() - documents.size());
    }

    /// The one document in some bytes; empty if they are not one.
    private static Optional<Object> document(byte[] bytes) {
        try {
            return Optional.ofNullable(DecodedEvent.tree(target -> JsonDecoder.decode(bytes, target)));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    private Sample ofDocuments(List<?> documents, int unreadable) {
        List<Map<String, @Nullable Object>> objects = documents.stream()
                .filter(Map.class::isInstance)
                .map(document -> Trees.object(document, "the document"))
                .toList();
        if (objects.isEmpty()) {
            throw unusable("holds no events. Give JSON objects, one on each line, an Avro file, or a schema");
        }
        boolean areCloudEvents =
                objects.stream().allMatch(object -> object.keySet().containsAll(OF_CLOUD_EVENTS));
        List<SampledEvent> events = new ArrayList<>();
        for (Map<String, @Nullable Object> object : objects) {
            event(object, areCloudEvents).ifPresent(events::add);
        }
        int passedOver = unreadable + documents.size() - events.size();
        return new Sample(file.name(), new Origin.Lines(areCloudEvents), events, List.of(), passedOver);
    }

    private static Optional<SampledEvent> event(Map<String, @Nullable Object> object, boolean isCloudEvent) {
        try {
            if (!isCloudEvent) {
                return Optional.of(new SampledEvent(object, Map.of()));
            }
            DecodedEvent decoded = DecodedEvent.ofCloudEvent(object);
            return Optional.of(new SampledEvent(decoded.event(), decoded.attributes()));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    private StartideException unusable(String problem) {
        return StartideException.because(
                FailureCode.SETTING_INVALID, "The file %s %s".formatted(file.location(), problem));
    }
}
