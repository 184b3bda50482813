/// Drafts of models: what a sample of events says of the warehouse that they could fill.
///
/// Pure. A draft guesses and says why; it never repeats a value of an event, but for the few words
/// by which events call their own types.
@NullMarked
package dev.startide.domain.draft;

import org.jspecify.annotations.NullMarked;
