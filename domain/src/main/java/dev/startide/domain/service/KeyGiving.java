package dev.startide.domain.service;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.KeySequence;
import dev.startide.warehouse.layout.MemberLayout;
import java.util.Set;

/// Where the keys of members and versions come from while one session of a load lasts.
interface KeyGiving {

    /// Counts on from the highest key.
    KeyGiving COUNTING = new KeyGiving() {
        @Override
        public KeySequence sequence(MemberLayout dimension, long highest) {
            return new KeySequence(highest);
        }

        @Override
        public void beginBatch() {
            // nothing to forget
        }

        @Override
        public void prepare(MemberLayout dimension, Set<Key> naturalKeys) {
            // any number will do
        }
    };

    /// What gives out the keys of a dimension.
    ///
    /// @param highest the highest key in use
    KeySequence sequence(MemberLayout dimension, long highest);

    /// A batch begins; what was prepared for the one before is needed no more.
    void beginBatch();

    /// Gets ready to give keys to members that the batch may speak of, besides those that were
    /// named before.
    void prepare(MemberLayout dimension, Set<Key> naturalKeys);
}
