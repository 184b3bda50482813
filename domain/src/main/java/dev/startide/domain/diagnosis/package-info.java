/// What can be said of the surroundings: how they are, and what to do where they are not well.
@NullMarked
package dev.startide.domain.diagnosis;

import org.jspecify.annotations.NullMarked;
