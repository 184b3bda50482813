/// A warehouse in the words of other tools, as text: for dbt, Cube, data contracts and semantic models.
@NullMarked
package dev.startide.warehouse.exchange;

import org.jspecify.annotations.NullMarked;
