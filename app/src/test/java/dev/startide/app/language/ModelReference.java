package dev.startide.app.language;

import static java.util.stream.Collectors.joining;

import dev.startide.warehouse.language.Key;
import dev.startide.warehouse.language.ModelParts;
import dev.startide.warehouse.language.Part;
import dev.startide.warehouse.language.Shape;
import java.util.Optional;
import java.util.function.BiFunction;

/// The language as a page: every part, every key, with its meaning and an example.
///
/// @param example a use of a key, on one line
record ModelReference(BiFunction<Part, Key, Optional<String>> example) {

    /// Longer examples hide what they show.
    private static final int LONGEST_EXAMPLE = 120;

    private static final String INTRODUCTION = """
            # Reference of the model language

            Made from the program; do not edit (`mvn -pl app -am test -Dtest=ModelReferenceTest,ModelSchemaTest
            -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true` writes it anew, and the [JSON Schema](warehouse.schema.json), too).

            [The model file](../model.md) is the guide; this is every key that there is. Examples are taken from models that are valid. What
            stands in *italics* is another part.

            Editors complete keys and explain them if the first line of a model file names the schema, which `startide schema -o
            warehouse.schema.json` writes for the adapters that you have: `# yaml-language-server: $schema=warehouse.schema.json`.
            """;

    String page() {
        return ModelParts.all().stream().map(this::section).collect(joining("\n", INTRODUCTION + "\n", ""));
    }

    private String section(Part part) {
        String head = "## %s\n\n%s\n\n".formatted(part.name(), part.meaning());
        return part.keys().stream()
                .map(key -> row(part, key))
                .collect(joining(
                        "\n",
                        head
                                + "| Key | Written as | Meaning | Without it | Example |\n| --- | --- | --- | --- | --- |\n",
                        "\n"));
    }

    private String row(Part part, Key key) {
        String shown = example.apply(part, key)
                .filter(text -> text.length() <= LONGEST_EXAMPLE)
                .map(text -> "`%s`".formatted(text.replace("|", "\\|")))
                .orElse("");
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(key.name(), written(key.shape()), key.meaning(), key.otherwise(), shown);
    }

    private static String written(Shape shape) {
        return switch (shape) {
            case Shape.Text() -> "text";
            case Shape.OneOrMore() -> "one or a list";
            case Shape.Flag() -> "`true`, `false`";
            case Shape.Words(var words) -> words.stream().map("`%s`"::formatted).collect(joining(", "));
            case Shape.Numbers(var numbers) ->
                numbers.stream().map("`%d`"::formatted).collect(joining(", "));
            case Shape.Whole(var least, var most) ->
                least == most ? "`%d`".formatted(least) : "`%d` to `%d`".formatted(least, most);
            case Shape.Day() -> "a day";
            case Shape.Type() -> "a [type](../types.md)";
            case Shape.Group(var part) -> linked(part);
            case Shape.Fields(var part) -> "fields by name, each a " + linked(part);
            case Shape.Kinds(var part) -> linked(part);
            case Shape.ByName(var each) -> "names with " + written(each);
            case Shape.ByText(var each) -> "texts with " + written(each);
            case Shape.ListOf(var each) -> "a list of " + written(each);
            case Shape.Anything() -> "anything";
            case Shape.Either(var forms) ->
                forms.stream().map(ModelReference::written).collect(joining(" or "));
        };
    }

    private static String linked(Part part) {
        return "[*%s*](#%s)".formatted(part.name(), part.name().replace(' ', '-'));
    }
}
