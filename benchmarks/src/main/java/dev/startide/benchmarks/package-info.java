/// Measures ingest and load on a real PostgreSQL, against a bare `COPY` of the same finished rows
/// in the same run.
@NullMarked
package dev.startide.benchmarks;

import org.jspecify.annotations.NullMarked;
