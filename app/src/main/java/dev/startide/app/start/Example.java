package dev.startide.app.start;

import java.util.List;
import java.util.Locale;

/// What a new project can begin as.
public enum Example {
    /// One source, one dimension, one fact.
    BAKERY,

    /// Orders with lines, products, customers that come and go, and the life of an order.
    SHOP;

    /// What a user calls it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The sources of its model, each of which has a file of events.
    public List<String> sources() {
        return switch (this) {
            case BAKERY -> List.of("shop");
            case SHOP -> List.of("customers", "orders", "products");
        };
    }
}
