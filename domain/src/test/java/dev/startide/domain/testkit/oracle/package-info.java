/// The reference fold: what a warehouse holds after a set of events, computed slowly and obviously.
///
/// It shares no code with the engine, only the types of models and values, and is written from the
/// description of what a warehouse means. The engine is held to it on random events.
@NullMarked
package dev.startide.domain.testkit.oracle;

import org.jspecify.annotations.NullMarked;
