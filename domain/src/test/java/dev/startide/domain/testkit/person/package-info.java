/// A model of which every change policy and everything that can be done about deletes is a part.
@NullMarked
package dev.startide.domain.testkit.person;

import org.jspecify.annotations.NullMarked;
