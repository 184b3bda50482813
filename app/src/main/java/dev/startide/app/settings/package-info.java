/// The settings of the program itself. Adapters describe theirs beside their code;
/// `docs/reference/settings.md` is made from all of them.
@NullMarked
package dev.startide.app.settings;

import org.jspecify.annotations.NullMarked;
