package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether fields can hold a key.
final class KeyFit {

    private KeyFit() {}

    /// Compares number and types.
    ///
    /// @return what does not fit; empty if all does
    static Optional<String> problem(List<Attribute> fields, List<Attribute> key) {
        if (fields.size() != key.size()) {
            return Optional.of("%s cannot hold a key of %d".formatted(describe(fields), key.size()));
        }
        for (int part = 0; part < key.size(); part++) {
            if (!fields.get(part).type().equals(key.get(part).type())) {
                return Optional.of("%s cannot hold %s".formatted(describe(fields.get(part)), describe(key.get(part))));
            }
        }
        return Optional.empty();
    }

    /// Whether fields can hold the natural key of a dimension; what does not fit is told of.
    static boolean isOf(Dimension.Members members, List<Attribute> fields, Written at, Issues issues) {
        Optional<String> problem = problem(fields, members.naturalKey());
        problem.ifPresent(text -> issues.error(
                at,
                text,
                "The key of %s is %s: name fields of these types."
                        .formatted(members.name(), describe(members.naturalKey()))));
        return problem.isEmpty();
    }

    /// Names with types: `order_id text, line_no int`.
    static String describe(List<Attribute> key) {
        return key.stream().map(KeyFit::describe).collect(Collectors.joining(", "));
    }

    private static String describe(Attribute attribute) {
        return attribute.name() + " " + attribute.type().sqlName();
    }
}
