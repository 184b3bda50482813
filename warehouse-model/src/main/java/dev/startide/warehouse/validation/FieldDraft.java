package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;

/// A field whose declaration is in order, while the rest of the model is still being read.
sealed interface FieldDraft {

    Field toField();

    /// The group of fields that the drafts become.
    static FieldGroup group(Catalogue<FieldDraft> drafts) {
        return new FieldGroup(drafts.usable().stream().map(FieldDraft::toField).toList());
    }

    /// A single value. Used by one thread.
    final class Value implements FieldDraft {

        private final Written name;
        private final Field.Scalar field;
        private Presence presence;

        Value(Written name, Field.Scalar field) {
            this.name = name;
            this.field = field;
            this.presence = field.presence();
        }

        /// Where the field is declared.
        Written name() {
            return name;
        }

        Attribute attribute() {
            return new Attribute(field.name(), field.type(), field.description());
        }

        /// Says that nothing can be made from an event without it.
        void require() {
            presence = Presence.REQUIRED;
        }

        @Override
        public Field toField() {
            return new Field.Scalar(
                    field.name(), field.type(), presence, field.value(), field.allowed(), field.description());
        }
    }

    /// A list of elements.
    record Elements(ColumnName name, Catalogue<FieldDraft> fields) implements FieldDraft {
        @Override
        public Field toField() {
            return new Field.Nested(name, group(fields));
        }
    }
}
