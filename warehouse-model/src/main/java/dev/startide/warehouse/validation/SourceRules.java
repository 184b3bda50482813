package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.SourceDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.mapping.SourceName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What is asked of sources: a known kind, options that the kind knows, and a place of their own.
final class SourceRules {

    static final String PULSAR = "pulsar";
    static final String HTTP = "http";
    static final String FILE = "file";

    private static final String TOPIC = "topic";
    private static final String TOPICS = "topics";
    private static final String PATH = "path";
    private static final Pattern HTTP_PATH = Pattern.compile("/events/[A-Za-z0-9._-]+");

    /// The options of each kind, by its name.
    private final Map<String, Set<String>> kinds = new TreeMap<>();
    private final Issues issues;
    private final Map<String, String> places = new HashMap<>();

    SourceRules(Set<SourceKind> kinds, Issues issues) {
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind.options()));
        this.issues = issues;
    }

    Catalogue<Source> resolve(Section<SourceDeclaration> declared) {
        Catalogue<Source> sources = new Catalogue<>("source", declared.extent());
        for (SourceDeclaration source : declared.parts()) {
            boolean named = Names.check(source.name(), 0, issues);
            boolean known = isOfKnownKind(source.kind());
            if (named && known) {
                sources.add(source.name().text(), resolve(source));
            } else {
                sources.addBroken(source.name().text());
            }
        }
        return sources;
    }

    private boolean isOfKnownKind(Written kind) {
        if (kind.isPresent() && !kinds.containsKey(kind.text())) {
            issues.error(
                    kind,
                    "there is no kind of source '%s'".formatted(kind.text()),
                    Suggestion.sentence(kind.text(), kinds.keySet(), "Add an adapter that reads it."));
        }
        return kind.isPresent() && kinds.containsKey(kind.text());
    }

    private Source resolve(SourceDeclaration source) {
        checkOptions(source);
        Map<String, String> options = new LinkedHashMap<>();
        source.options().forEach((option, value) -> options.put(option, value.text()));
        switch (source.kind().text()) {
            case PULSAR -> checkTopic(source);
            case HTTP -> options.put(PATH, httpPath(source));
            default -> {
                // Kinds of one's own check their options themselves.
            }
        }
        return new Source(
                new SourceName(source.name().text()),
                source.kind().text(),
                format(source.format()),
                DedupeRules.resolve(source, issues),
                options);
    }

    private void checkOptions(SourceDeclaration source) {
        Set<String> known = kinds.getOrDefault(source.kind().text(), Set.of());
        source.options().forEach((option, value) -> {
            if (!known.contains(option)) {
                issues.errorOfPart(
                        value.path(),
                        "'%s' is no option of %s"
                                .formatted(option, source.kind().text()),
                        Suggestion.sentence(option, withFormat(known), "Remove it."));
            }
        });
    }

    private static Set<String> withFormat(Set<String> known) {
        Set<String> all = new TreeSet<>(known);
        all.add("format");
        return all;
    }

    private void checkTopic(SourceDeclaration source) {
        Written topic = option(source, TOPIC);
        Written topics = option(source, TOPICS);
        boolean misspelled = source.options().keySet().stream()
                .anyMatch(option ->
                        Suggestion.nearest(option, List.of(TOPIC, TOPICS)).isPresent());
        if (topic.isPresent() && topics.isPresent()) {
            issues.error(topics, "there is a 'topic' as well", "Write one of them.");
        } else if (topics.isPresent()) {
            checkPattern(topics);
            takePlace(source.name(), topics, qualified(topics.text()));
        } else if (topic.isPresent()) {
            takePlace(source.name(), topic, qualified(topic.text()));
        } else if (!misspelled) {
            issues.errorOfPart(
                    source.kind().path(),
                    "has no 'topic'",
                    "Name it, such as 'topic: persistent://shop/sales/orders'.");
        }
    }

    private static Written option(SourceDeclaration source, String name) {
        return source.options().getOrDefault(name, Written.nothing(source.kind().path()));
    }

    private void checkPattern(Written topics) {
        try {
            Pattern.compile(topics.text());
        } catch (PatternSyntaxException invalid) {
            issues.error(
                    topics,
                    "'%s' is no regular expression%s"
                            .formatted(topics.shown(), topics.isAsShown() ? ": " + invalid.getDescription() : ""),
                    "Write one for full names, such as 'persistent://shop/sales/.*'.");
        }
    }

    /// The full name of a topic, as the broker completes it.
    private static String qualified(String topic) {
        if (topic.contains("://")) {
            return topic;
        }
        return "persistent://" + (topic.contains("/") ? topic : "public/default/" + topic);
    }

    private String httpPath(SourceDeclaration source) {
        Written written = source.options()
                .getOrDefault(PATH, Written.nothing(source.name().path()));
        String path = written.isPresent()
                ? written.text()
                : "/events/" + source.name().text();
        if (!HTTP_PATH.matcher(path).matches()) {
            issues.error(
                    written,
                    "'%s' is no path of events".formatted(written.isPresent() ? written.shown() : path),
                    "Write '/events/' and a name behind it, such as '/events/%s'."
                            .formatted(source.name().text()));
        } else {
            takePlace(source.name(), written, path);
        }
        return path;
    }

    private void takePlace(Written source, Written at, String place) {
        String holder = places.putIfAbsent(place, source.text());
        if (holder != null) {
            issues.error(
                    at.isPresent() ? at : source,
                    "source '%s' reads %s as well".formatted(holder, at.isAsShown() ? place : at.shown()),
                    "Use one source, and tell its events apart with 'when'.");
        }
    }

    private Source.PayloadFormat format(Written format) {
        return switch (format.text()) {
            case "", "json" -> Source.PayloadFormat.JSON;
            case "avro" -> Source.PayloadFormat.AVRO;
            case "debezium" -> Source.PayloadFormat.DEBEZIUM;
            default -> {
                issues.error(
                        format,
                        "there is no format '%s'".formatted(format.text()),
                        Suggestion.sentence(format.text(), List.of("json", "avro", "debezium"), ""));
                yield Source.PayloadFormat.JSON;
            }
        };
    }
}
