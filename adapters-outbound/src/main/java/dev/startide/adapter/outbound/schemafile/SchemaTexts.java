package dev.startide.adapter.outbound.schemafile;

import dev.startide.warehouse.validation.FieldSchemas;
import jakarta.inject.Singleton;

/// Reads the text of schemas.
@Singleton
final class SchemaTexts implements FieldSchemas {

    @Override
    public Outcome read(Language language, String text) {
        return switch (language) {
            case AVRO -> AvroFields.read(text);
            case JSON_SCHEMA -> JsonSchemaFields.read(text);
        };
    }
}
