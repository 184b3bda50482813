/// What a warehouse of these events must answer: the question, its SQL over the star schema, and
/// the rows to expect.
///
/// Start with `BrokerageAnswers`. The rows are computed from the events alone, plainly and slowly,
/// without a database and without any code of Startide, so that both can be wrong only
/// independently of each other.
@NullMarked
package dev.startide.sample.brokerage.answer;

import org.jspecify.annotations.NullMarked;
