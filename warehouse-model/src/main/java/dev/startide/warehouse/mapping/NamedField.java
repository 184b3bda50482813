package dev.startide.warehouse.mapping;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;

/// A field that a model can declare, and where payloads have it.
public sealed interface NamedField {

    /// The names that lead to it: from the payload, or from the element of a list that it belongs to.
    List<String> path();

    /// The name that it has in the model.
    ColumnName name();

    /// How the model declares it.
    Field field();

    /// A single value.
    record Single(List<String> path, Field.Scalar field) implements NamedField {
        public Single {
            path = List.copyOf(path);
        }

        @Override
        public ColumnName name() {
            return field.name();
        }
    }

    /// A list of objects.
    record Repeated(List<String> path, ColumnName name, List<Single> element) implements NamedField {
        public Repeated {
            path = List.copyOf(path);
            element = List.copyOf(element);
        }

        @Override
        public Field field() {
            return new Field.Nested(
                    name,
                    new FieldGroup(element.stream().<Field>map(Single::field).toList()));
        }
    }
}
