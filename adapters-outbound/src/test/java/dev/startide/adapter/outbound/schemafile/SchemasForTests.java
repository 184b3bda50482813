package dev.startide.adapter.outbound.schemafile;

import dev.startide.warehouse.validation.FieldSchemas;

/// The real reader of schemas, for tests of other adapters.
public final class SchemasForTests {

    private SchemasForTests() {}

    public static FieldSchemas schemas() {
        return new SchemaTexts();
    }
}
