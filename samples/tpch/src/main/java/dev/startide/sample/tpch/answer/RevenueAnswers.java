package dev.startide.sample.tpch.answer;

import static java.math.BigDecimal.ONE;

import java.math.BigDecimal;
import java.time.temporal.IsoFields;
import java.util.List;

/// Answers about money, from the lines of orders.
final class RevenueAnswers {

    /// What goods cost the company, as a share of their list price.
    private static final BigDecimal COST = new BigDecimal("0.6");

    private final List<Sale> sales;

    RevenueAnswers(List<Sale> sales) {
        this.sales = sales;
    }

    List<Answer> all() {
        return List.of(
                discountsByYear(),
                discountsInAWeek(),
                revenueByBrand(),
                revenueByNations(),
                profitByRegion(),
                pricingSummary(),
                bestCustomers(),
                lateReceipts());
    }

    private Answer discountsByYear() {
        return sums("discounts_by_year", (sale, totals) -> {
            if (sale.isDiscountedBetween("0.05", "0.07") && sale.line().quantity() < 25) {
                totals.add(List.of(sale.year()), sale.givenAway());
            }
        });
    }

    private Answer discountsInAWeek() {
        return sums("discounts_in_a_week", (sale, totals) -> {
            boolean inWeek =
                    sale.year() == 1994 && sale.order().orderDate().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == 6;
            if (inWeek
                    && sale.isDiscountedBetween("0.04", "0.08")
                    && sale.line().quantity() >= 20) {
                totals.add(List.of(sale.line().shipMode()), sale.givenAway(), ONE);
            }
        });
    }

    private Answer revenueByBrand() {
        return sums("revenue_by_brand", (sale, totals) -> {
            if (sale.supplier().region().equals("AMERICA")
                    && sale.partNow().manufacturer().equals("Manufacturer#1")) {
                totals.add(List.of(sale.year(), sale.part().brand()), sale.revenue());
            }
        });
    }

    private Answer revenueByNations() {
        return sums("revenue_by_nations", (sale, totals) -> {
            if (sale.customer().region().equals("ASIA")
                    && sale.supplier().region().equals("ASIA")
                    && sale.year() < 1998) {
                totals.add(List.of(sale.customer().nation(), sale.supplier().nation(), sale.year()), sale.revenue());
            }
        });
    }

    private Answer profitByRegion() {
        return sums("profit_by_region", (sale, totals) -> {
            BigDecimal cost =
                    COST.multiply(sale.quantity()).multiply(sale.part().retailPrice());
            totals.add(
                    List.of(sale.year(), sale.customer().region()),
                    sale.revenue().subtract(cost));
        });
    }

    private Answer pricingSummary() {
        return sums(
                "pricing_summary",
                (sale, totals) -> totals.add(
                        List.of(sale.line().returnFlag(), sale.line().lineStatus()),
                        sale.quantity(),
                        sale.line().extendedPrice(),
                        sale.revenue(),
                        sale.revenue().multiply(ONE.add(sale.line().tax())),
                        ONE));
    }

    private Answer bestCustomers() {
        Totals totals = new Totals();
        sales.forEach(sale -> totals.add(List.of(Math.toIntExact(sale.order().customerId())), sale.revenue()));
        return Answer.to("best_customers", totals.largest(20));
    }

    private Answer lateReceipts() {
        return sums("late_receipts", (sale, totals) -> {
            if (sale.line().receiptDate().isAfter(sale.line().commitDate())) {
                int quarter = sale.line().shipDate().get(IsoFields.QUARTER_OF_YEAR);
                totals.add(
                        List.of(
                                sale.line().shipDate().getYear(),
                                quarter,
                                sale.line().shipMode()),
                        ONE);
            }
        });
    }

    private Answer sums(String name, SaleSum sum) {
        Totals totals = new Totals();
        sales.forEach(sale -> sum.add(sale, totals));
        return Answer.to(name, totals.rows());
    }

    /// Adds a sale to the totals, if it belongs there.
    private interface SaleSum {
        void add(Sale sale, Totals totals);
    }
}
