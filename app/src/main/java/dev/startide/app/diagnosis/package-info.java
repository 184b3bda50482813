/// What `startide doctor` says of this process itself.
@NullMarked
package dev.startide.app.diagnosis;

import org.jspecify.annotations.NullMarked;
