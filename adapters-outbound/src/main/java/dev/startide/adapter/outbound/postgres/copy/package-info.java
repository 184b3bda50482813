/// Rows into binary COPY, without an object per value.
@NullMarked
package dev.startide.adapter.outbound.postgres.copy;

import org.jspecify.annotations.NullMarked;
