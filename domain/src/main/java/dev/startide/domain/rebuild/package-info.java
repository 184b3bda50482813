/// What a rebuild of tables from the raw log makes of them: which tables take part, in what they
/// differ from the live ones, whether they may take their place.
@NullMarked
package dev.startide.domain.rebuild;

import org.jspecify.annotations.NullMarked;
