/// Looking at a plan before it is made: what it costs, and whether it is still the same.
@NullMarked
package dev.startide.domain.review;

import org.jspecify.annotations.NullMarked;
