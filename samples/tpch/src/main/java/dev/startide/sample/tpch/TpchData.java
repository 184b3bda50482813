package dev.startide.sample.tpch;

import io.trino.tpch.Customer;
import io.trino.tpch.CustomerGenerator;
import io.trino.tpch.Distributions;
import io.trino.tpch.LineItem;
import io.trino.tpch.LineItemGenerator;
import io.trino.tpch.Nation;
import io.trino.tpch.NationGenerator;
import io.trino.tpch.Order;
import io.trino.tpch.OrderGenerator;
import io.trino.tpch.Part;
import io.trino.tpch.PartGenerator;
import io.trino.tpch.Region;
import io.trino.tpch.RegionGenerator;
import io.trino.tpch.Supplier;
import io.trino.tpch.SupplierGenerator;
import io.trino.tpch.TextPool;

/// The rows of TPC-H, as its generator makes them.
///
/// Only the comments differ: the events carry none, so they are cut from a small text instead of
/// the 300 MB that the generator would keep in memory for them.
final class TpchData {

    private static final int TEXT_BYTES = 1 << 16;

    private static final Distributions WORDS = Distributions.getDefaultDistributions();
    private static final TextPool TEXT = new TextPool(TEXT_BYTES, WORDS);

    private TpchData() {}

    static Iterable<Nation> nations() {
        return new NationGenerator(WORDS, () -> TEXT);
    }

    static Iterable<Region> regions() {
        return new RegionGenerator(WORDS, () -> TEXT);
    }

    static Iterable<Customer> customers(double scale) {
        return new CustomerGenerator(scale, 1, 1, WORDS, () -> TEXT);
    }

    static Iterable<Supplier> suppliers(double scale) {
        return new SupplierGenerator(scale, 1, 1, WORDS, () -> TEXT);
    }

    static Iterable<Part> parts(double scale) {
        return new PartGenerator(scale, 1, 1, WORDS, () -> TEXT);
    }

    static Iterable<Order> orders(double scale) {
        return new OrderGenerator(scale, 1, 1, WORDS, () -> TEXT);
    }

    /// The lines of all orders, in the order of the orders.
    static Iterable<LineItem> lines(double scale) {
        return new LineItemGenerator(scale, 1, 1, WORDS, () -> TEXT);
    }
}
