/// A small shop: a model that has a bit of everything, and the events of its business.
@NullMarked
package dev.startide.domain.testkit.shop;

import org.jspecify.annotations.NullMarked;
