package dev.startide.adapter.outbound.postgres.control;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `startide.load_cursor`: how far a lane is loaded, and what became of its events.
@MappedEntity(value = "load_cursor", schema = "startide")
record CursorRow(@Id int lane, long position, long loaded, long quarantined, long ignored) {}
