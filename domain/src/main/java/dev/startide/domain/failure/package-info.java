/// What can go wrong, named by what is done about it.
@NullMarked
package dev.startide.domain.failure;

import org.jspecify.annotations.NullMarked;
