package dev.startide.warehouse.mapping;

import dev.startide.warehouse.schema.Identifier;
import java.util.List;

/// Fields that somebody else has described, as a model declares them: under names that columns can
/// have, each value where payloads have it.
///
/// Names become those of [SnakeCase][dev.startide.warehouse.schema.SnakeCase]. Members of objects are
/// fields of their own, called as the object and the member. A list of objects stays one if it is a
/// field of the payload itself, under a name that a column can have; otherwise it is JSON. The same
/// description always gives the same names.
///
/// @param leftOut what no type can be read from
public record NamedFields(List<NamedField> fields, List<LeftOut> leftOut) {

    public NamedFields {
        fields = List.copyOf(fields);
        leftOut = List.copyOf(leftOut);
    }

    /// A field that cannot be declared.
    ///
    /// @param what it holds
    public record LeftOut(List<String> path, String what) {
        public LeftOut {
            path = List.copyOf(path);
        }
    }

    /// The fields of a payload.
    public static NamedFields of(List<DescribedField> described) {
        return of(described, Identifier.MAX_LENGTH);
    }

    /// The fields of a payload.
    ///
    /// @param longest most letters of a name
    public static NamedFields of(List<DescribedField> described, int longest) {
        return new FieldNaming(longest).name(described);
    }
}
