/// Schemas of payloads in languages of others: Avro and JSON Schema, as fields that a model can declare.
///
/// Nothing is fetched: a schema is one text, and what it refers to outside of that is not looked up.
@NullMarked
package dev.startide.adapter.outbound.schemafile;

import org.jspecify.annotations.NullMarked;
