/// Reads model files: YAML, checked for its own traps, then given to the warehouse model's rules.
///
/// Nothing in a file can make the reader do anything but read: no tags, no aliases, bounded size
/// and depth. Each part of a document has its place, so that every complaint has line and column.
@NullMarked
package dev.startide.adapter.outbound.modelfile;

import org.jspecify.annotations.NullMarked;
