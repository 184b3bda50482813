/// Files of events, one JSON document per line, into the raw log: what `startide ingest` does.
@NullMarked
package dev.startide.app.ingest;

import org.jspecify.annotations.NullMarked;
