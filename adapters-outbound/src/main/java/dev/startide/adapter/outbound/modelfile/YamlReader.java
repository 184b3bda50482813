package dev.startide.adapter.outbound.modelfile;

import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Written.Spot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML document into a tree, and notes where everything stands.
///
/// Works on the events of the parser, so that aliases are never followed and tags never looked up.
final class YamlReader {

    /// Deeper than any model needs, and far from what a stack can bear.
    static final int MAX_DEPTH = 40;

    /// What older YAML takes for truth values, and newer YAML for text.
    private static final Set<String> TRUTH_WORDS = Set.of("yes", "no", "on", "off");

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final Iterator<Event> events;
    private final YamlFlaws flaws;
    private final Places places;

    private YamlReader(String text, YamlFlaws flaws) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
        this.flaws = flaws;
        this.places = new Places(flaws.file());
    }

    /// A document and where its parts stand.
    record Document(Node root, Places places) {}

    /// The document in a text; empty if it cannot be understood. Flaws are told of either way.
    static Optional<Document> read(String text, YamlFlaws flaws) {
        try {
            YamlReader reader = new YamlReader(text, flaws);
            Node root = reader.document();
            return flaws.isReadable() ? Optional.of(new Document(root, reader.places)) : Optional.empty();
        } catch (MarkedYamlEngineException complaint) {
            Place place = complaint
                    .getProblemMark()
                    .map(mark -> place(flaws.file(), mark))
                    .orElse(Place.startOf(flaws.file()));
            flaws.addSerious("", place, YamlComplaints.problem(complaint), YamlComplaints.remedy(complaint));
        } catch (YamlEngineException complaint) {
            flaws.addSerious("", Place.startOf(flaws.file()), "is no YAML", "Save the file as UTF-8 text.");
        } catch (TooDeep tooDeep) {
            flaws.addSerious("", tooDeep.place, "is nested too deeply", "Use at most %d levels.".formatted(MAX_DEPTH));
        }
        return Optional.empty();
    }

    private Node document() {
        Node root = new Node.Nothing("");
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent node) {
                documents++;
                if (documents > 1) {
                    flaws.addSerious("", place(node), "a second document begins here", "Keep one model in one file.");
                    return root;
                }
                root = node("", node, 0);
            }
        }
        return root;
    }

    private Node node(String path, NodeEvent event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooDeep(place(event));
        }
        checkPlain(path, event);
        return switch (event) {
            case ScalarEvent scalar -> scalar(path, scalar);
            case SequenceStartEvent _ -> sequence(path, depth);
            case MappingStartEvent start -> mapping(path, start, depth);
            default -> new Node.Nothing(path);
        };
    }

    private void checkPlain(String path, NodeEvent event) {
        Optional<Anchor> anchor = event.getAnchor();
        if (event instanceof AliasEvent || anchor.isPresent()) {
            flaws.addSerious(
                    path,
                    place(event),
                    "anchors and aliases are not supported",
                    "Write the value out, or put text that begins with '*' or '&' in quotes.");
        }
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> Optional.empty();
        };
        tag.ifPresent(name -> flaws.addSerious(
                path, place(event), "tags such as '%s' are not supported".formatted(name), "Remove the tag."));
    }

    private Node scalar(String path, ScalarEvent event) {
        places.putValue(path, place(event));
        checkTruthWord(path, event);
        return event.isPlain() && NOTHING.contains(event.getValue())
                ? new Node.Nothing(path)
                : new Node.Scalar(path, event.getValue().strip(), notation(event));
    }

    private static Node.Notation notation(ScalarEvent event) {
        return event.isPlain() ? new Node.Notation.Plain() : new Node.Notation.Quoted(event.getValue());
    }

    private void checkTruthWord(String path, ScalarEvent event) {
        String text = event.getValue();
        if (event.isPlain() && TRUTH_WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            flaws.add(
                    path,
                    place(event),
                    "'%s' is a truth value to many readers of YAML".formatted(text),
                    "Put it in quotes if it is text, or write 'true' or 'false'.");
        }
    }

    private Node sequence(String path, int depth) {
        List<Node> items = new ArrayList<>();
        while (nextEvent() instanceof NodeEvent item) {
            String itemPath = Node.pathOf(path, items.size());
            places.putName(itemPath, place(item));
            items.add(node(itemPath, item, depth + 1));
        }
        return new Node.Sequence(path, items);
    }

    private Node mapping(String path, MappingStartEvent start, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        String last = "";
        while (nextEvent() instanceof NodeEvent key) {
            if (!(key instanceof ScalarEvent name)) {
                flaws.addSerious(path, place(key), "a key must be text", "Write 'name: value'.");
                node(path, key, depth + 1);
                node(path, (NodeEvent) nextEvent(), depth + 1);
                continue;
            }
            String text = name.getValue();
            if (start.isFlow() && isTornOff(text, entries.get(last))) {
                rejoin(entries, last, text, place(name));
                nextEvent();
                continue;
            }
            entry(path, name, entries, depth);
            last = text;
        }
        return new Node.Mapping(path, entries);
    }

    private void entry(String path, ScalarEvent name, Map<String, Node> entries, int depth) {
        String entryPath = Node.pathOf(path, name.getValue());
        checkPlain(entryPath, name);
        checkTruthWord(entryPath, name);
        NodeEvent value = (NodeEvent) nextEvent();
        if (entries.containsKey(name.getValue())) {
            flaws.add(
                    entryPath,
                    place(name),
                    "'%s' is written twice here, first in line %d"
                            .formatted(
                                    name.getValue(),
                                    places.of(entryPath, Spot.NAME).line()),
                    "Remove or rename one of them.");
            node(entryPath, value, depth + 1);
            return;
        }
        places.putName(entryPath, place(name));
        entries.put(name.getValue(), node(entryPath, value, depth + 1));
    }

    /// Whether a comma has cut an expression such as `decimal(12,2)` in two.
    private static boolean isTornOff(String key, @Nullable Node before) {
        return key.endsWith(")")
                && before instanceof Node.Scalar(var _, var text, var _)
                && text.chars().filter(letter -> letter == '(').count()
                        > text.chars().filter(letter -> letter == ')').count();
    }

    private void rejoin(Map<String, Node> entries, String last, String rest, Place place) {
        if (entries.get(last) instanceof Node.Scalar(var path, var text, var _)) {
            String whole = text + "," + rest;
            flaws.add(path, place, "the comma ends the value here", "Put \"%s\" in quotes.".formatted(whole));
            entries.put(last, new Node.Scalar(path, whole));
        }
    }

    private Event nextEvent() {
        return events.next();
    }

    private Place place(Event event) {
        return event.getStartMark().map(mark -> place(flaws.file(), mark)).orElse(Place.startOf(flaws.file()));
    }

    private static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /// Ends the reading of a document whose nesting has no good end.
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Place place;

        TooDeep(Place place) {
            super("nested too deeply", null, false, false);
            this.place = place;
        }
    }
}
