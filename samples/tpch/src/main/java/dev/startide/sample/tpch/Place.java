package dev.startide.sample.tpch;

import io.trino.tpch.Region;
import java.util.List;
import java.util.stream.StreamSupport;

/// A nation with the region it belongs to.
record Place(int number, String nation, String region) {

    /// All 25 nations; the position is the number.
    static final List<Place> ALL = all();

    /// A phone number of this nation: TPC-H starts it with the nation's number plus ten.
    String phone(Chance chance) {
        return "%d-%03d-%03d-%04d"
                .formatted(number + 10, chance.between(100, 999), chance.between(100, 999), chance.between(1000, 9999));
    }

    private static List<Place> all() {
        List<String> regions = StreamSupport.stream(TpchData.regions().spliterator(), false)
                .map(Region::name)
                .toList();
        return StreamSupport.stream(TpchData.nations().spliterator(), false)
                .map(nation -> new Place(
                        Math.toIntExact(nation.nationKey()),
                        nation.name(),
                        regions.get(Math.toIntExact(nation.regionKey()))))
                .toList();
    }
}
