/// Events that were set aside, and what operators decide about them: to try again, to correct, to
/// discard.
@NullMarked
package dev.startide.domain.quarantine;

import org.jspecify.annotations.NullMarked;
