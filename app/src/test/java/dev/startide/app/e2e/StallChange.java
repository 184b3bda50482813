package dev.startide.app.e2e;

import java.util.stream.Stream;

/// A change of the stall's model that wants its tables to be built anew.
///
/// @param plan what `plan` says of it
/// @param changes as [Stall#model] takes them
record StallChange(String name, String plan, String... changes) {

    static Stream<StallChange> all() {
        return Stream.of(
                new StallChange(
                        "an attribute that events always said",
                        "+ column star.customer.segment",
                        "city: text, told_at -> city: text, segment: text, told_at",
                        "{ city: 2 } -> { city: 2, segment: 2 }"),
                new StallChange(
                        "an attribute of which the first value counts",
                        "! column star.customer.segment",
                        "city: text, told_at -> city: text, segment: text, told_at",
                        "{ city: 2 } -> { city: 2, segment: 0 }"),
                new StallChange(
                        "an attribute beside which the value before is shown",
                        "! column star.customer.previous_segment",
                        "city: text, told_at -> city: text, segment: text, told_at",
                        "{ city: 2 } -> { city: 2, segment: 3 }"),
                new StallChange(
                        "the value before of an attribute that is shown already",
                        "! column star.product.previous_label",
                        "{ label: 1 } -> { label: 3 }"),
                new StallChange(
                        "a bridge",
                        "! table star.sale__helper",
                        "quantity: int -> helpers: [{ customer_id: text }]\n      quantity: int",
                        "customer: customer_id, date -> customer: customer_id,"
                                + " helper: { dimension: customer, each: helpers, key: customer_id }, date"),
                new StallChange(
                        "a mini-dimension",
                        "! table star.profile__trail",
                        "city: text, told_at -> city: text, segment: text, told_at",
                        "{ city: 2 } -> { city: 2 }, mini: { profile: [segment] }"),
                new StallChange(
                        "another type of a measure",
                        "! column star.sale.quantity is int and would have to become decimal(10,2)",
                        "quantity: int -> quantity: decimal(10,2)"),
                new StallChange(
                        "another grain of a fact",
                        "! table star.sale has another primary key",
                        "grain: [order_id, line_no] -> grain: order_id"),
                new StallChange(
                        "another key of an entity and its dimension",
                        "! table norm.customer has another primary key",
                        "key: customer_id } -> key: [tenant, customer_id] }",
                        "customer: customer_id -> customer: [tenant, customer_id]"),
                new StallChange(
                        "members that change their keys",
                        "! table norm.customer has another primary key",
                        "city: text, told_at -> city: text, former_id: text, told_at",
                        "key: customer_id } -> key: customer_id, formerly: former_id }"),
                new StallChange(
                        "a role, whose column must not be empty",
                        "! column star.sale.product_key is required but the table may have rows",
                        "customer: customer_id, date -> customer: customer_id, product: product_id, date"),
                new StallChange(
                        "an attribute that is overwritten from now on",
                        "needs a rebuild",
                        "{ city: 2 } -> { city: 1 }"),
                new StallChange(
                        "an attribute whose changes begin versions from now on",
                        "needs a rebuild",
                        "{ label: 1 } -> { label: 2 }"),
                new StallChange("another time zone", "needs a rebuild", "Europe/Vienna -> Asia/Tokyo"));
    }

    @Override
    public String toString() {
        return name;
    }
}
