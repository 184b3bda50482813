package dev.startide.sample.tpch.answer;

import static java.math.BigDecimal.ONE;

import dev.startide.sample.tpch.CustomerChanged;
import dev.startide.sample.tpch.PartChanged;
import dev.startide.sample.tpch.SupplierChanged;
import java.math.BigDecimal;
import java.util.List;

/// Answers about the members of the dimensions and their versions.
final class MemberAnswers {

    private final History<CustomerChanged> customers;
    private final History<SupplierChanged> suppliers;
    private final History<PartChanged> parts;
    private final List<Sale> sales;

    MemberAnswers(
            History<CustomerChanged> customers,
            History<SupplierChanged> suppliers,
            History<PartChanged> parts,
            List<Sale> sales) {
        this.customers = customers;
        this.suppliers = suppliers;
        this.parts = parts;
        this.sales = sales;
    }

    List<Answer> all() {
        return List.of(membersAndVersions(), customersByVersions(), customersByPhone(), linesBySegments());
    }

    private Answer membersAndVersions() {
        return Answer.to(
                "members_and_versions",
                List.of(
                        counted("customer", customers.lives().size(), customers.versions(MemberAnswers::kept)),
                        counted("part", parts.lives().size(), parts.versions(MemberAnswers::kept)),
                        counted("supplier", suppliers.lives().size(), suppliers.versions(MemberAnswers::kept))));
    }

    private Answer customersByVersions() {
        Totals totals = new Totals();
        customers.lives().forEach(life -> {
            long versions = History.versions(life, MemberAnswers::kept);
            totals.add(List.of(Math.toIntExact(versions)), ONE);
        });
        return Answer.to("customers_by_versions", totals.rows());
    }

    /// Counts versions, not members, so that a balance which was not overwritten in an old
    /// version shows.
    private Answer customersByPhone() {
        Totals totals = new Totals();
        customers.lives().forEach(life -> {
            CustomerChanged now = life.getLast();
            BigDecimal versions = BigDecimal.valueOf(History.versions(life, MemberAnswers::kept));
            totals.add(
                    List.of(now.phone().substring(0, 2)),
                    versions,
                    now.accountBalance().multiply(versions));
        });
        return Answer.to("customers_by_phone", totals.rows());
    }

    private Answer linesBySegments() {
        Totals totals = new Totals();
        sales.forEach(sale -> {
            String now = customers.now(sale.order().customerId()).segment();
            totals.add(List.of(sale.customer().segment(), now), ONE);
        });
        return Answer.to("lines_by_segment_then_and_now", totals.rows());
    }

    private static List<String> kept(CustomerChanged customer) {
        return List.of(customer.nation(), customer.region(), customer.segment());
    }

    private static List<String> kept(SupplierChanged supplier) {
        return List.of(supplier.nation(), supplier.region());
    }

    private static List<Object> kept(PartChanged part) {
        return List.of(part.brand(), part.retailPrice());
    }

    private static List<String> counted(String dimension, long members, long versions) {
        return List.of(dimension, Long.toString(members), Long.toString(versions), Long.toString(members));
    }
}
