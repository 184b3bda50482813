package dev.startide.warehouse.validation;

import dev.startide.warehouse.mapping.DescribedField;
import java.util.List;

/// Reads schemas of payloads that are written in a language of others.
///
/// Pure, and never throws for what a schema says. Safe for use by many threads.
public interface FieldSchemas {

    /// The languages that are read.
    enum Language {
        AVRO,
        JSON_SCHEMA
    }

    /// The fields that a schema describes.
    Outcome read(Language language, String text);

    /// What came of reading a schema.
    sealed interface Outcome {

        /// It describes payloads with these fields.
        record Described(List<DescribedField> fields) implements Outcome {
            public Described {
                fields = List.copyOf(fields);
            }
        }

        /// It cannot be used.
        ///
        /// @param problem as the end of a sentence that begins with the name of the file
        record Unusable(String problem, String remedy) implements Outcome {}
    }
}
