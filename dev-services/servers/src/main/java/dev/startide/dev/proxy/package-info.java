/// A network that goes wrong on request, between a client and PostgreSQL. It understands as much of the protocol as is
/// needed to know when a transaction commits.
@NullMarked
package dev.startide.dev.proxy;

import org.jspecify.annotations.NullMarked;
