/// How the parts are put together: the settings of a process, the beans of the domain, the model.
@NullMarked
package dev.startide.app.wiring;

import org.jspecify.annotations.NullMarked;
