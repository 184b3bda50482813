package dev.startide.domain.testkit.simulation;

import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import java.time.Duration;
import java.util.List;

/// The shop, whose orders and products come by topic, and whose customers are sent by request.
public final class SimulatedShop {

    public static final WarehouseLayout LAYOUT = WarehouseLayout.of(model());

    public static final Moves MOVES = new Moves(ShopEvents::some, LAYOUT.model().sources());

    private SimulatedShop() {}

    private static WarehouseModel model() {
        WarehouseModel shop = Shop.MODEL;
        return new WarehouseModel(
                shop.name(),
                shop.description(),
                shop.timeZone(),
                List.of(Shop.ORDERS, sent(Shop.CUSTOMERS), Shop.PRODUCTS),
                shop.events(),
                shop.entities(),
                shop.dimensions(),
                shop.facts(),
                shop.marts(),
                shop.entityFeeds(),
                shop.factFeeds());
    }

    private static Source sent(Source source) {
        return new Source(
                source.name(),
                source.kind(),
                source.format(),
                new Source.Dedupe.ById(Duration.ofDays(1)),
                source.options());
    }
}
