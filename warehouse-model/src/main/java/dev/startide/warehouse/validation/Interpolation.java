package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Node.Notation.Filled;
import dev.startide.warehouse.declaration.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts values of the environment where a model writes `${NAME}` or `${NAME:-default}`: in the
/// options of sources. Anywhere else a warehouse would depend on where it is looked at from, so
/// that variables are told of there; `$${` is how `${` is written as text. Tests are left as they
/// are, because payloads may hold anything.
final class Interpolation {

    private static final Pattern BEGINNING = Pattern.compile("\\$?\\$\\{");

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<otherwise>[^{}]*))?}");

    private static final String ESCAPED = "$${";

    private static final String TEXT = "${";

    private static final String OR_AS_TEXT = "or '$${' where '${' is meant as text.";

    private static final String SOURCES = "sources";

    private static final String TESTS = "tests";

    /// What stands beside, or among, the options of a kind without being one.
    private static final Set<String> NO_OPTIONS = Set.of("dedupe", "format");

    private final Variables variables;
    private final Issues issues;

    private Interpolation(Variables variables, Issues issues) {
        this.variables = variables;
        this.issues = issues;
    }

    /// The document with values in it. Complaints never quote them.
    static Node of(Node document, Variables variables, Issues issues) {
        Interpolation interpolation = new Interpolation(variables, issues);
        return mapped(document, (section, node) -> switch (section) {
            case SOURCES -> interpolation.sources(node);
            case TESTS -> node;
            default -> interpolation.everyText(node);
        });
    }

    private Node sources(Node sources) {
        return mapped(sources, (_, source) -> entries(source, kind -> entries(kind, this::option)));
    }

    /// What stands under each name of a part, or what cannot be an option.
    private Node entries(Node node, UnaryOperator<Node> each) {
        return mapped(node, (key, value) -> NO_OPTIONS.contains(key) ? everyText(value) : each.apply(value));
    }

    private Node option(Node option) {
        return option instanceof Node.Scalar scalar ? valueOf(scalar) : everyText(option);
    }

    private Node everyText(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> plain(scalar);
            case Node.Sequence(var path, var items) -> {
                List<Node> plain = new ArrayList<>();
                items.forEach(item -> plain.add(everyText(item)));
                yield new Node.Sequence(path, plain);
            }
            case Node.Mapping _ -> mapped(node, (_, value) -> everyText(value));
            case Node.Nothing _ -> node;
        };
    }

    private Node valueOf(Node.Scalar option) {
        String written = option.text();
        StringBuilder value = new StringBuilder();
        int at = 0;
        for (Matcher beginning = BEGINNING.matcher(written); beginning.find(at); ) {
            value.append(written, at, beginning.start());
            Matcher variable = VARIABLE.matcher(written).region(beginning.start(), written.length());
            if (isEscaped(beginning)) {
                value.append(TEXT);
                at = beginning.end();
            } else if (!variable.lookingAt()) {
                refuse(option, "'${' begins no variable here", "Write '${NAME}' or '${NAME:-default}', " + OR_AS_TEXT);
                return option;
            } else {
                value.append(valueOf(variable, option));
                at = variable.end();
            }
        }
        String whole = value.append(written, at, written.length()).toString();
        return whole.equals(written) ? option : new Node.Scalar(option.path(), whole.strip(), new Filled(written));
    }

    /// As shells have it, a variable that is empty counts as one that is not set.
    private String valueOf(Matcher variable, Node.Scalar option) {
        String name = variable.group("name");
        return variables
                .value(name)
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(variable.group("otherwise")))
                .orElseGet(() -> {
                    refuse(
                            option,
                            "variable '%s' of the environment is not set, or empty".formatted(name),
                            "Set it, or write what holds without it: '${%s:-default}'.".formatted(name));
                    return variable.group();
                });
    }

    private Node plain(Node.Scalar scalar) {
        Matcher variable = VARIABLE.matcher(scalar.text().replace(ESCAPED, ""));
        if (variable.find()) {
            refuse(
                    scalar,
                    "'${%s}' is not read from the environment here".formatted(variable.group("name")),
                    "Only options of sources may differ between environments: write the value, " + OR_AS_TEXT);
        }
        return scalar.text().contains(ESCAPED)
                ? new Node.Scalar(scalar.path(), scalar.text().replace(ESCAPED, TEXT), scalar.notation())
                : scalar;
    }

    private void refuse(Node.Scalar at, String problem, String remedy) {
        issues.finalError(Written.value(at.path(), at.text()), problem, remedy);
    }

    private static boolean isEscaped(Matcher beginning) {
        return beginning.group().equals(ESCAPED);
    }

    private static Node mapped(Node node, BiFunction<String, Node, Node> each) {
        if (!(node instanceof Node.Mapping(var path, var entries))) {
            return node;
        }
        Map<String, Node> mapped = new LinkedHashMap<>();
        entries.forEach((key, value) -> mapped.put(key, each.apply(key, value)));
        return new Node.Mapping(path, mapped);
    }
}
