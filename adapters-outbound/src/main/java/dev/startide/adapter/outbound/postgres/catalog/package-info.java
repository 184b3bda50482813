/// The schema that exists, and the changes that a plan makes to it.
@NullMarked
package dev.startide.adapter.outbound.postgres.catalog;

import org.jspecify.annotations.NullMarked;
