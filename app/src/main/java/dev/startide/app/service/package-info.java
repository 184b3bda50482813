/// The service that `startide run` keeps up: it makes the schema what the model wants, holds the
/// sources open, and loads what they log, until it is told to stop or must not go on.
///
/// One thread applies the schema and then loads; each source has threads of its own. Whatever may
/// recover is tried again with growing, random waits; whatever may not ends the service with its
/// reason.
@NullMarked
package dev.startide.app.service;

import org.jspecify.annotations.NullMarked;
