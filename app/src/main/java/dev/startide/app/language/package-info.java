/// The language of model files, said to editors: its definitions as a JSON Schema.
@NullMarked
package dev.startide.app.language;

import org.jspecify.annotations.NullMarked;
