/// Where the data comes from: sources, the events they carry, and which event feeds which entity
/// and fact.
@NullMarked
package dev.startide.warehouse.mapping;

import org.jspecify.annotations.NullMarked;
