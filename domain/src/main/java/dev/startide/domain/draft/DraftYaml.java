package dev.startide.domain.draft;

import static java.util.stream.Collectors.joining;

import dev.startide.domain.draft.Draft.DraftedDimension;
import dev.startide.domain.draft.Draft.DraftedEntity;
import dev.startide.domain.draft.Draft.DraftedFact;
import dev.startide.domain.draft.Draft.DraftedSource;
import dev.startide.warehouse.mapping.Field.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A draft as a model file, in which a comment marks each guess and says why.
public final class DraftYaml {

    private static final int COMMENT_COLUMN = 60;

    private final StringBuilder text = new StringBuilder();

    private DraftYaml() {}

    /// The text of the model file.
    public static String of(Draft draft) {
        DraftYaml yaml = new DraftYaml();
        yaml.head(draft);
        yaml.line("sources:");
        draft.sources().forEach(yaml::source);
        yaml.section("events:");
        draft.events().forEach(yaml::event);
        if (!draft.entities().isEmpty()) {
            yaml.section("entities:");
            draft.entities().forEach(yaml::entity);
        }
        if (!draft.dimensions().isEmpty() || !draft.facts().isEmpty()) {
            yaml.section("dimensions:");
            yaml.guess(
                    "  %s: { calendar: { from: %d-01-01 } }".formatted(StarGuess.CALENDAR, draft.calendarFrom()),
                    "a calendar from then on, because of the earliest event");
            draft.dimensions().forEach(yaml::dimension);
        }
        if (!draft.facts().isEmpty()) {
            yaml.section("facts:");
            draft.facts().forEach(yaml::fact);
            yaml.section("marts:");
            draft.facts().forEach(fact -> yaml.line("  %s: { fact: %s }".formatted(fact.name(), fact.name())));
        }
        return yaml.text.toString();
    }

    private void head(Draft draft) {
        line("# A draft, made from a sample of events. What is marked as a guess wants a look:");
        line("# 'startide validate' checks the file, 'startide preview' shows what events become.");
        draft.sources()
                .forEach(source -> line("# %s: %d events were looked at, %d more could not be read."
                        .formatted(source.name(), source.events(), source.passedOver())));
        line("version: 1");
        line("name: " + draft.name());
        guess("time_zone: UTC", "UTC, because events do not say where the business is");
        line("");
    }

    private void source(DraftedSource source) {
        switch (source.origin()) {
            case Sample.Origin.Lines(boolean areCloudEvents) -> {
                if (areCloudEvents) {
                    line("  # lines are whole CloudEvents, for 'startide ingest --cloudevents'");
                }
                line("  %s: { file: {} }".formatted(source.name()));
            }
            case Sample.Origin.Topic(var topic, boolean isAvro) ->
                line("  %s: { pulsar: { topic: %s%s } }"
                        .formatted(source.name(), quoted(topic), isAvro ? ", format: avro" : ""));
        }
    }

    private void event(DraftedEvent event) {
        guess("  %s:".formatted(event.name()), "a type of event, because " + event.because());
        line("    source: " + event.source());
        if (!event.when().isEmpty()) {
            line("    when: " + quoted(event.when()));
        }
        choice("    time: ", event.time());
        line("    fields:");
        event.fields().forEach(field -> field("      ", field));
        for (DraftedList list : event.lists()) {
            line("      %s:".formatted(list.name()));
            String indent = "        - ";
            for (DraftedField field : list.fields()) {
                field(indent, field);
                indent = "          ";
            }
        }
        event.leftOut()
                .forEach(left -> line("      # left out: %s, because it holds %s"
                        .formatted(quoted(String.join(".", left.path())), left.what())));
    }

    private void field(String indent, DraftedField field) {
        String type = field.type().sqlName();
        String shown = type.contains(",") ? quoted(type) : type;
        String declared = switch (field.named().field().value()) {
            case ValueSource.SameName(), ValueSource.Unknown() -> shown;
            case ValueSource.Cel(var cel) -> "{ type: %s, value: %s }".formatted(shown, quoted(cel));
        };
        String line = "%s%s: %s".formatted(indent, field.name(), declared);
        if (field.because().isEmpty()) {
            line(line);
        } else {
            String presence = field.isAlwaysThere() ? "" : "; null or absent in some";
            guess(line, "%s, because %s%s".formatted(type, field.because(), presence));
        }
    }

    private void entity(DraftedEntity entity) {
        List<String> parts = new ArrayList<>();
        parts.add("from: " + listed(entity.from()));
        if (!entity.deletedBy().isEmpty()) {
            parts.add("deleted_by: " + listed(entity.deletedBy()));
        }
        if (!entity.each().isEmpty()) {
            parts.add("each: " + entity.each());
        }
        parts.add("key: " + listed(entity.key()));
        if (!entity.references().isEmpty()) {
            parts.add("references: " + mapped(entity.references()));
        }
        guess(
                "  %s: { %s }".formatted(entity.name(), String.join(", ", parts)),
                "an entity, because " + entity.because());
    }

    private void dimension(DraftedDimension dimension) {
        guess("  %s:".formatted(dimension.name()), "a dimension, because " + dimension.because());
        line("    of: " + dimension.name());
        line("    attributes:");
        dimension
                .attributes()
                .forEach(name -> guess("      %s: 1".formatted(name), "1, the latest value; 2 keeps each version"));
    }

    private void fact(DraftedFact fact) {
        guess("  %s:".formatted(fact.name()), "a fact, because " + fact.because());
        line("    of: " + fact.name());
        line("    from: " + fact.from());
        line("    grain: " + listed(fact.grain()));
        line("    time: " + fact.time());
        line("    dimensions:");
        line("      %s: %s".formatted(StarGuess.CALENDAR, fact.time()));
        fact.roles().forEach((role, field) -> guess("      %s: %s".formatted(role, field), "of the field's name"));
        if (!fact.degenerate().isEmpty()) {
            guess("    degenerate: " + listed(fact.degenerate()), "kept, because values come again");
        }
        if (!fact.measures().isEmpty()) {
            line("    measures:");
            fact.measures()
                    .forEach(
                            (field, sum) -> guess("      %s: %s".formatted(field, sum), sum + ", because of its name"));
        }
    }

    private void choice(String key, DraftedEvent.Choice choice) {
        guess(key + choice.field(), "%s, because %s".formatted(choice.field(), choice.because()));
    }

    private void section(String head) {
        line("");
        line(head);
    }

    private void guess(String line, String why) {
        line("%s%s # guess: %s".formatted(line, " ".repeat(Math.max(0, COMMENT_COLUMN - line.length())), why));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String listed(List<String> names) {
        return names.size() == 1 ? names.getFirst() : names.stream().collect(joining(", ", "[", "]"));
    }

    private static String mapped(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + ": " + pair.getValue())
                .collect(joining(", ", "{ ", " }"));
    }

    /// In double quotes, in which YAML takes the escapes of JSON.
    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (letter < ' ' || (letter >= 0x7F && letter < 0x10000)) {
                quoted.append("\\u%04x".formatted(letter));
            } else {
                quoted.appendCodePoint(letter);
            }
        });
        return quoted.append('"').toString();
    }
}
