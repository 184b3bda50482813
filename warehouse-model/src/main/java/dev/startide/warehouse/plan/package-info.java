/// The way from the schema that exists to the schema that is wanted, as data.
@NullMarked
package dev.startide.warehouse.plan;

import org.jspecify.annotations.NullMarked;
