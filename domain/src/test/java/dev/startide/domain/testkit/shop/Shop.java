package dev.startide.domain.testkit.shop;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import java.time.ZoneId;
import java.util.List;

/// The model of a shop, built by hand.
///
/// Orders come with their lines inside; customers are told of by two kinds of events, one of which
/// says only where somebody moved; a line may be corrected later.
public final class Shop {

    public static final Source ORDERS = ShopMapping.ORDERS;
    public static final Source CUSTOMERS = ShopMapping.CUSTOMERS;
    public static final Source PRODUCTS = ShopMapping.PRODUCTS;

    /// East of Greenwich, so that an instant's day depends on the zone.
    public static final ZoneId TIME_ZONE = ZoneId.of("Europe/Berlin");

    public static final WarehouseModel MODEL = aWarehouse();

    public static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    private Shop() {}

    /// The model.
    public static WarehouseModel aWarehouse() {
        return new WarehouseModel(
                "shop",
                "What a small shop sells, and to whom",
                TIME_ZONE,
                List.of(ORDERS, CUSTOMERS, PRODUCTS),
                ShopMapping.events(),
                ShopStar.entities(),
                ShopStar.dimensions(),
                List.of(ShopStar.orderLineFact()),
                ShopStar.marts(),
                ShopMapping.entityFeeds(),
                ShopMapping.factFeeds());
    }

    /// The layout of an entity by its name.
    public static EntityLayout entity(String name) {
        return LAYOUT.entities().stream()
                .filter(layout -> layout.entity().name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// The layout of an entity's stored changes by the entity's name.
    public static ChangeLayout changes(String name) {
        return LAYOUT.changes().stream()
                .filter(layout -> layout.entity().name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// The layout of a dimension with members by its name.
    public static MemberLayout members(String name) {
        return LAYOUT.members().stream()
                .filter(layout -> layout.dimension().name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// The layout of the one fact.
    public static FactLayout orderLines() {
        return LAYOUT.facts().getFirst();
    }
}
