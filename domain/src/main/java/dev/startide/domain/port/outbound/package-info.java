/// What the domain needs of the outside: nouns, each with a contract test in the test kit.
@NullMarked
package dev.startide.domain.port.outbound;

import org.jspecify.annotations.NullMarked;
