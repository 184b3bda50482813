package dev.startide.app.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.startide.app.language.Corpus.Place;
import dev.startide.warehouse.language.Key;
import dev.startide.warehouse.language.Key.Presence;
import dev.startide.warehouse.language.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A model with one mistake in its form, or another word in place of one.
///
/// @param name what was done to which key
record Mutation(String name, String yaml) {

    private static final String NONSENSE = "of_no_meaning";

    /// One mistake of each kind for every key of every part that the model has.
    static List<Mutation> mistakes(JsonNode model) {
        List<Mutation> mistakes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Place place : Corpus.places(model)) {
            ObjectNode keys = (ObjectNode) place.keys();
            if (seen.add(place.part().name())) {
                keys.put(NONSENSE, 1);
                mistakes.add(
                        new Mutation("%s: an unknown key".formatted(place.part().name()), model.toString()));
                keys.remove(NONSENSE);
            }
            for (Key key : place.part().keys()) {
                String name = place.part().name() + ": " + key.name();
                if (keys.has(key.name()) && seen.add(name)) {
                    mistakes(name, key, keys, model, mistakes);
                }
            }
        }
        return mistakes;
    }

    private static void mistakes(String name, Key key, ObjectNode keys, JsonNode model, List<Mutation> mistakes) {
        JsonNode value = keys.get(key.name());
        if (isOfFewValues(key.shape())) {
            keys.set(key.name(), TextNode.valueOf(NONSENSE));
            mistakes.add(new Mutation(name + " without meaning", model.toString()));
        }
        if (key.presence() == Presence.REQUIRED) {
            Map<String, JsonNode> all = new LinkedHashMap<>();
            keys.propertyStream().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
            keys.remove(key.name());
            mistakes.add(new Mutation(name + " left out", model.toString()));
            keys.removeAll().setAll(all);
        }
        keys.set(key.name(), value);
    }

    private static boolean isOfFewValues(Shape shape) {
        return switch (shape) {
            case Shape.Words _, Shape.Flag _, Shape.Whole _, Shape.Numbers _, Shape.Day _, Shape.Type _ -> true;
            case Shape.Either(var forms) -> forms.stream().allMatch(form -> isOfFewValues(form) || isGroup(form));
            case Shape.Text _,
                    Shape.OneOrMore _,
                    Shape.Group _,
                    Shape.ByName _,
                    Shape.ByText _,
                    Shape.ListOf _,
                    Shape.Anything _,
                    Shape.Fields _,
                    Shape.Kinds _ -> false;
        };
    }

    private static boolean isGroup(Shape shape) {
        return shape instanceof Shape.Group;
    }

    /// Every word of the language in the place of another one.
    static List<Mutation> words(JsonNode model) {
        List<Mutation> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Place place : Corpus.places(model)) {
            for (Key key : place.part().keys()) {
                boolean isNew =
                        place.keys().has(key.name()) && seen.add(place.part().name() + ": " + key.name());
                if (isNew && key.shape() instanceof Shape.Words(var known)) {
                    ObjectNode keys = (ObjectNode) place.keys();
                    JsonNode value = keys.get(key.name());
                    for (String word : known) {
                        keys.put(key.name(), word);
                        words.add(new Mutation(word, model.toString()));
                    }
                    keys.set(key.name(), value);
                }
            }
        }
        return words;
    }
}
