/// What the warehouse is about: entities, dimensions with the policies of their attributes, facts
/// with their grain and measures, marts.
///
/// The words are Kimball's. Types are resolved: nothing here refers to a name that does not exist.
@NullMarked
package dev.startide.warehouse.star;

import org.jspecify.annotations.NullMarked;
