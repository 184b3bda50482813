package dev.startide.warehouse.mapping;

import dev.startide.warehouse.mapping.DescribedField.Content;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.mapping.Field.ValueSource;
import dev.startide.warehouse.mapping.NamedField.Single;
import dev.startide.warehouse.mapping.NamedFields.LeftOut;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.SnakeCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes fields that can be declared of fields that are described. For one payload.
final class FieldNaming {

    /// Objects within each other that are looked into; what lies deeper is JSON.
    private static final int MAX_DEPTH = 5;

    private static final Content JSON = new Content.Value(new LogicalType.Json(), List.of());

    private final int longest;
    private final List<LeftOut> leftOut = new ArrayList<>();

    FieldNaming(int longest) {
        this.longest = longest;
    }

    /// A value or a list, by the names that lead to it.
    private record Leaf(List<String> path, Content content, Presence presence, String description) {}

    NamedFields name(List<DescribedField> described) {
        List<Leaf> leaves = leaves(described);
        Map<List<String>, String> names = ColumnNaming.names(paths(leaves), Set.of(), "", longest);
        Set<String> taken = Set.copyOf(names.values());
        List<NamedField> fields = new ArrayList<>();
        for (Leaf leaf : leaves) {
            String name = names.getOrDefault(leaf.path(), "");
            boolean isUnderItsName = leaf.path().equals(List.of(name));
            if (leaf.content() instanceof Content.Elements(var elements) && isUnderItsName) {
                fields.add(new NamedField.Repeated(leaf.path(), new ColumnName(name), elements(name, elements, taken)));
            } else {
                fields.add(single(leaf, name, "event"));
            }
        }
        return new NamedFields(fields, leftOut);
    }

    private List<Single> elements(String list, List<DescribedField> described, Set<String> taken) {
        List<Leaf> leaves = leaves(described);
        Map<List<String>, String> names = ColumnNaming.names(paths(leaves), taken, SnakeCase.singular(list), longest);
        return leaves.stream()
                .map(leaf -> single(leaf, names.getOrDefault(leaf.path(), ""), "element"))
                .toList();
    }

    private static List<List<String>> paths(List<Leaf> leaves) {
        return leaves.stream().map(Leaf::path).toList();
    }

    private List<Leaf> leaves(List<DescribedField> described) {
        List<Leaf> leaves = new ArrayList<>();
        described.forEach(field -> collect(List.of(), field, Presence.REQUIRED, leaves));
        return leaves;
    }

    /// @param outer whether the objects around it are always there
    private void collect(List<String> around, DescribedField field, Presence outer, List<Leaf> leaves) {
        List<String> path = new ArrayList<>(around);
        path.add(field.name());
        Presence presence = outer == Presence.REQUIRED ? field.presence() : Presence.OPTIONAL;
        switch (field.content()) {
            case Content.Unreadable(var what) -> leftOut.add(new LeftOut(path, what));
            case Content.Members(var members)
            when path.size() < MAX_DEPTH && !members.isEmpty() ->
                members.forEach(member -> collect(path, member, presence, leaves));
            case Content.Members _ -> leaves.add(new Leaf(path, JSON, presence, field.description()));
            case Content.Value _, Content.Elements _ ->
                leaves.add(new Leaf(path, field.content(), presence, field.description()));
        }
    }

    /// A list that cannot be declared as one is read as a whole.
    private static Single single(Leaf leaf, String name, String root) {
        Content.Value value = leaf.content() instanceof Content.Value known ? known : (Content.Value) JSON;
        return new Single(
                leaf.path(),
                new Field.Scalar(
                        new ColumnName(name),
                        value.type(),
                        leaf.presence(),
                        leaf.path().equals(List.of(name))
                                ? new ValueSource.SameName()
                                : new ValueSource.Cel(selection(root, leaf.path())),
                        value.allowed(),
                        leaf.description()));
    }

    private static String selection(String root, List<String> path) {
        return path.stream().map(CelNames::selected).collect(Collectors.joining("", root, ""));
    }
}
