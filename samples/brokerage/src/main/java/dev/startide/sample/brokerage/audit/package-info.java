/// Rules that hold in every right warehouse of these events, in the manner of TPC-DI's audit
/// queries: SQL that must return no rows, and totals that the generator knows.
///
/// Start with `AuditRules`; the rules themselves are in `audit.sql`.
@NullMarked
package dev.startide.sample.brokerage.audit;

import org.jspecify.annotations.NullMarked;
