package dev.startide.domain.event;

/// The schema that bytes were written with, where they cannot be read without it.
///
/// @param kind the schema language, such as `avro`
/// @param definition the schema itself, in that language
public record PayloadSchema(String kind, String definition) {}
