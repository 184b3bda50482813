package dev.startide.adapter.outbound.postgres.control;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `startide.lane`, as far as progress is concerned.
@MappedEntity(value = "lane", schema = "startide")
record LaneRow(@Id int id, String source, String name, long nextPosition) {}
