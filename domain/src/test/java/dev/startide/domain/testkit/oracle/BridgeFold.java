package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a bridge: what a fact's last word about a list says.
final class BridgeFold {

    private BridgeFold() {}

    /// @param said the members with their weights, null if nobody was named
    static List<String> rows(
            Fact fact,
            Role.OfBridge role,
            Key grain,
            Instant time,
            @Nullable Map<?, ?> said,
            Map<DimensionName, MemberFold> members) {
        Map<?, ?> weights = said == null ? Map.of(ListFold.nobody(role), 100_000_000L) : said;
        List<String> rows = new ArrayList<>();
        weights.forEach((member, units) -> {
            String name = member instanceof Key key
                    ? members.get(role.dimension()).asOf(key, time).name()
                    : member.toString();
            rows.add(row(fact, grain, name, time, BigDecimal.valueOf((Long) units, 8)));
        });
        return rows;
    }

    static String row(Fact fact, Key grain, String member, Object time, Object weight) {
        Cells cells = new Cells();
        for (int index = 0; index < fact.grain().size(); index++) {
            cells.add(fact.grain().get(index).name(), grain.part(index));
        }
        return cells.add("member", member)
                .add("event_time", time)
                .add("weight", weight)
                .toString();
    }
}
