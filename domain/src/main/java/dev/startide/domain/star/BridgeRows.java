package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Shares;
import dev.startide.domain.normalize.Shares.Share;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.star.SpecialMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The members of a fact's list as rows of its bridge, and back.
final class BridgeRows {

    private final BridgeLayout layout;

    BridgeRows(BridgeLayout layout) {
        this.layout = layout;
    }

    /// The value of the register; null if there is nobody but the member that stands for nobody.
    @Nullable
    Object read(List<StoredShare> stored) {
        List<Share> shares = new ArrayList<>();
        for (StoredShare share : stored) {
            Object key = share.row()[layout.keyAt()];
            Object weight = share.row()[layout.keyAt() + 3];
            if (key instanceof Long number && weight instanceof BigDecimal said) {
                shares.add(
                        new Share(share.member().<Object>map(named -> named).orElseGet(() -> special(number)), said));
            }
        }
        Shares all = new Shares(shares);
        return shares.isEmpty() || all.equals(Shares.NOBODY) ? null : all;
    }

    /// The rows of a list, at least one.
    List<@Nullable Object[]> write(Key grain, Instant time, @Nullable Object said, FactRows.Keys keys) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Shares shares = said instanceof Shares named ? named : Shares.NOBODY;
        shares.all().forEach(share -> rows.add(row(grain, time, share, keys)));
        return rows;
    }

    private @Nullable Object[] row(Key grain, Instant time, Share share, FactRows.Keys keys) {
        @Nullable Object[] row = new Object[layout.width()];
        grain.writeTo(row, 0);
        int at = layout.keyAt();
        if (share.member() instanceof Key naturalKey) {
            Member member = keys.member(layout.role().dimension(), naturalKey);
            row[at] = member.asOf(time).key();
            row[at + 1] = member.durableKey();
        } else {
            SpecialMember special = share.member() == SpecialMember.INVALID
                    ? SpecialMember.INVALID
                    : layout.role().missing();
            row[at] = (long) special.key();
            row[at + 1] = (long) special.key();
        }
        row[at + 2] = time;
        row[at + 3] = share.weight();
        return row;
    }

    /// What is not invalid stands for what is missing, whatever the role calls it.
    private static SpecialMember special(long key) {
        return key == SpecialMember.INVALID.key() ? SpecialMember.INVALID : SpecialMember.UNKNOWN;
    }
}
