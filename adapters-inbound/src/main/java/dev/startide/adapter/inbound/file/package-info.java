/// Files of events, one JSON document per line, into the raw log.
@NullMarked
package dev.startide.adapter.inbound.file;

import org.jspecify.annotations.NullMarked;
