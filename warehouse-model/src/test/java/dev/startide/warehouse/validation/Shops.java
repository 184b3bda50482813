package dev.startide.warehouse.validation;

import dev.startide.warehouse.WarehouseModel;

/// Variants of the web-shop, for tests of other packages.
public final class Shops {

    private Shops() {}

    /// The web-shop itself.
    public static WarehouseModel plain() {
        return Resolutions.valid(Documents.shop());
    }

    /// The web-shop, with the segment of customers kept apart.
    public static WarehouseModel withMiniDimension() {
        String apart = Documents.shopWith(
                "segment: 2, signed_up_at: 0 }", "signed_up_at: 0 }\n    mini: { customer_profile: [segment] }");
        return Resolutions.valid(apart.replace("customer.segment", "customer_profile.segment"));
    }
}
