/// The model of a bank whose dimensions refer to each other, and its random business.
@NullMarked
package dev.startide.domain.testkit.bank;

import org.jspecify.annotations.NullMarked;
