package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FieldDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.EventParts;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.UnknownFields;
import dev.startide.warehouse.schema.LogicalType;
import java.util.List;
import java.util.Locale;

/// What events may say about fields that the model does not know.
final class UnknownRules {

    private static final List<String> WORDS = EventParts.UNKNOWN.words();

    private UnknownRules() {}

    static UnknownFields read(Written written, Issues issues) {
        if (!written.isPresent()) {
            return UnknownFields.IGNORE;
        }
        if (WORDS.contains(written.text())) {
            return UnknownFields.valueOf(written.text().toUpperCase(Locale.ROOT));
        }
        issues.error(
                written,
                "'%s' is nothing that can become of unknown fields".formatted(written.text()),
                Suggestion.sentence(written.text(), WORDS, ""));
        return UnknownFields.IGNORE;
    }

    /// Tells of a declared field that is called as the one that keeps them.
    static void checkFree(List<FieldDeclaration> fields, Issues issues) {
        fields.stream()
                .map(FieldDeclaration::name)
                .filter(name -> name.text().equals(UnknownFields.OVERFLOW_COLUMN.value()))
                .forEach(name -> issues.error(
                        name,
                        "'%s' is the column that keeps unknown fields".formatted(name.text()),
                        "Choose another name."));
    }

    /// The field that keeps them.
    ///
    /// @param contract where it is asked for
    static FieldDraft overflow(Written contract) {
        return new FieldDraft.Value(
                contract,
                new Field.Scalar(
                        UnknownFields.OVERFLOW_COLUMN,
                        new LogicalType.Json(),
                        Field.Presence.OPTIONAL,
                        new Field.ValueSource.Unknown(),
                        List.of(),
                        "Fields that the model does not know, as the latest event said that had any"));
    }
}
