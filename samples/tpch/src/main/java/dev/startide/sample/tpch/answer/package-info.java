/// What a warehouse of these events must answer, in the manner of the Star Schema Benchmark: the
/// question, its SQL over the star schema, and the rows to expect.
///
/// Start with `TpchAnswers`. The rows are computed from the events alone, plainly and slowly,
/// without a database and without any code of Startide, so that both can be wrong only
/// independently of each other.
@NullMarked
package dev.startide.sample.tpch.answer;

import org.jspecify.annotations.NullMarked;
