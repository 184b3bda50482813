package dev.startide.sample.tpch;

import io.trino.tpch.Supplier;
import java.util.ArrayList;
import java.util.List;

/// The lives of suppliers: a third of them move or change their balance.
final class Suppliers {

    private static final double CHANGING = 0.33;

    private static final Lives.Steps<SupplierChanged> STEPS = new Lives.Steps<>(
            SupplierChanged::next,
            (former, next) -> new SupplierChanged(
                    former.supplierId(),
                    next.change(),
                    former.name(),
                    former.nation(),
                    former.region(),
                    former.accountBalance(),
                    next.changedAt()),
            Suppliers::changed);

    private Suppliers() {}

    static List<SupplierChanged> generate(TpchSettings settings) {
        List<SupplierChanged> all = new ArrayList<>();
        for (Supplier supplier : TpchData.suppliers(settings.scale())) {
            Chance chance = Chance.about("supplier", supplier.supplierKey(), settings.seed());
            all.addAll(Lives.tell(
                    registered(supplier, chance),
                    Lives.laterChanges(chance, CHANGING, Lives.FIRST_ORDERS),
                    chance,
                    STEPS));
        }
        return all;
    }

    private static SupplierChanged registered(Supplier supplier, Chance chance) {
        Place place = Place.ALL.get(Math.toIntExact(supplier.nationKey()));
        return new SupplierChanged(
                supplier.supplierKey(),
                0,
                supplier.name(),
                place.nation(),
                place.region(),
                Orders.hundredths(supplier.accountBalanceInCents()),
                chance.between(Lives.COMPANY_FOUNDED, Lives.FIRST_ORDERS));
    }

    private static SupplierChanged changed(SupplierChanged supplier, Chance chance) {
        return chance.happens(0.7)
                ? supplier.movedTo(chance.oneOf(Place.ALL))
                : supplier.balancedAt(Orders.hundredths(chance.between(-99_999, 999_999)));
    }
}
