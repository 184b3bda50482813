package dev.startide.adapter.outbound.modelfile;

import java.util.Set;
import java.util.TreeSet;

/// The words of SQL that expressions of a model may use: all of them give the same result for the
/// same row, whatever the time, the session and its settings.
final class SqlVocabulary {

    static final Set<String> FUNCTIONS =
            words("abs ceil ceiling char_length coalesce exp floor greatest least length ln "
                    + "lower mod nullif power round sign sqrt trim trunc upper");

    static final Set<String> AGGREGATES = words("avg count max min stddev_pop stddev_samp sum var_pop var_samp");

    /// Aggregates that only numbers can go into.
    static final Set<String> NUMERIC_AGGREGATES = words("avg stddev_pop stddev_samp sum var_pop var_samp");

    static final Set<String> KEYWORDS =
            words("and as between case cast distinct else end false from in is like not null or then true when");

    /// Keywords that only stand with aggregates.
    static final Set<String> AGGREGATE_KEYWORDS = words("filter where");

    /// The types that a cast may name; those of times depend on the session's time zone.
    static final Set<String> TYPES =
            words("bigint boolean char decimal double int integer numeric precision real smallint text varchar");

    private SqlVocabulary() {}

    private static Set<String> words(String words) {
        return new TreeSet<>(Set.of(words.split(" ")));
    }
}
