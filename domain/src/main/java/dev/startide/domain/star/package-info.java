/// Members and their keys, fact rows, re-keying, inferred members: what one batch of changes
/// writes.
@NullMarked
package dev.startide.domain.star;

import org.jspecify.annotations.NullMarked;
