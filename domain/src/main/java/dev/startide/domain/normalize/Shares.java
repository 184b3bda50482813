package dev.startide.domain.normalize;

import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.star.SpecialMember;
import java.math.BigDecimal;
import java.util.List;

/// The members of a list, each once, with how much of the fact each stands for. In a register, a
/// list of which nothing is known is null.
public record Shares(List<Share> all) {

    /// One member and its share.
    ///
    /// @param member a natural key as a [Key], [SpecialMember#UNKNOWN] where an element names none,
    ///     or [SpecialMember#INVALID] where what it names cannot be a key
    /// @param weight with exactly as many digits as a bridge has
    public record Share(Object member, BigDecimal weight) {}

    /// A list that names nobody says no more than one that is empty: in a register it is null.
    public static final Shares NOBODY =
            new Shares(List.of(new Share(SpecialMember.UNKNOWN, BigDecimal.ONE.setScale(BridgeLayout.WEIGHT_SCALE))));

    public Shares {
        all = List.copyOf(all);
    }

    /// The natural keys among the members.
    public List<Key> keys() {
        return all.stream()
                .map(Share::member)
                .filter(Key.class::isInstance)
                .map(Key.class::cast)
                .toList();
    }
}
