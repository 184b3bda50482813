/// Reads model files: YAML, checked for its own traps, then given to the warehouse model's rules.
///
/// A model may be spread over several files. Nothing in a file can make the reader do anything but
/// read files in the folder of the model, and variables where options of sources name them: no
/// tags, no aliases, bounded size, depth and number of files. Each part of a document has its place, so that every
/// complaint has line and column.
@NullMarked
package dev.startide.adapter.outbound.modelfile;

import org.jspecify.annotations.NullMarked;
