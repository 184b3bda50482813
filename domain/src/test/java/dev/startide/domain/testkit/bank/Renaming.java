package dev.startide.domain.testkit.bank;

import static dev.startide.domain.testkit.bank.BankTypes.ACCOUNT_ID;
import static dev.startide.domain.testkit.bank.BankTypes.AMOUNT;
import static dev.startide.domain.testkit.bank.BankTypes.CUSTOMER_ID;
import static dev.startide.domain.testkit.bank.BankTypes.FORMER_ID;
import static dev.startide.domain.testkit.bank.BankTypes.OPENED;
import static dev.startide.domain.testkit.bank.BankTypes.PAID_AT;
import static dev.startide.domain.testkit.bank.BankTypes.PAYMENT_ID;
import static dev.startide.domain.testkit.bank.BankTypes.PHONE;
import static dev.startide.domain.testkit.bank.BankTypes.REFERRER_ID;
import static dev.startide.domain.testkit.bank.BankTypes.STATUS;
import static dev.startide.domain.testkit.bank.BankTypes.TIER;
import static dev.startide.domain.testkit.bank.BankTypes.event;
import static dev.startide.warehouse.schema.ColumnName.column;
import static dev.startide.warehouse.star.ChangePolicy.KEEP_FIRST;
import static dev.startide.warehouse.star.ChangePolicy.KEEP_PREVIOUS;
import static dev.startide.warehouse.star.ChangePolicy.OVERWRITE;
import static dev.startide.warehouse.star.ChangePolicy.VERSION;

import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.KeyPermanence;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Outrigger;
import dev.startide.warehouse.star.Role;
import java.time.ZoneOffset;
import java.util.List;

/// A bank whose customers get new numbers, built by hand. One dimension of them marks those who
/// left, another ends them; accounts follow their owner's versions and name whoever referred them.
public final class Renaming {

    private static final EntityName CUSTOMER = new EntityName("customer");
    private static final EntityName ACCOUNT = new EntityName("account");
    private static final EntityName PAYMENT = new EntityName("payment");

    private static final List<EventType> EVENTS = List.of(
            event("customer_told", List.of(CUSTOMER_ID), PHONE, TIER, FORMER_ID),
            event("customer_left", List.of(CUSTOMER_ID)),
            event("account_told", List.of(ACCOUNT_ID), STATUS, OPENED, CUSTOMER_ID, REFERRER_ID),
            event("payment_made", List.of(PAYMENT_ID, PAID_AT), CUSTOMER_ID, ACCOUNT_ID, AMOUNT));

    private static final List<Attribute> IDENTITY = KeyPermanence.Changing.identity(List.of(CUSTOMER_ID));

    public static final WarehouseModel MODEL = new WarehouseModel(
            "renaming",
            "",
            ZoneOffset.UTC,
            List.of(Bank.NEWS),
            EVENTS,
            List.of(
                    new Entity(
                            CUSTOMER,
                            "",
                            IDENTITY,
                            List.of(CUSTOMER_ID, PHONE, TIER, FORMER_ID),
                            List.of(),
                            new KeyPermanence.Changing(List.of(CUSTOMER_ID), List.of(FORMER_ID.name()))),
                    new Entity(
                            ACCOUNT,
                            "",
                            List.of(ACCOUNT_ID),
                            List.of(STATUS, OPENED, CUSTOMER_ID, REFERRER_ID),
                            List.of(new Entity.Reference(List.of(CUSTOMER_ID.name()), CUSTOMER))),
                    new Entity(
                            PAYMENT,
                            "",
                            List.of(PAYMENT_ID),
                            List.of(PAID_AT, CUSTOMER_ID, ACCOUNT_ID, AMOUNT),
                            List.of())),
            List.of(
                    customers("customer", OVERWRITE).withDeletes(Deletes.FLAG),
                    customers("client", KEEP_PREVIOUS).withDeletes(Deletes.CLOSE),
                    new Dimension.Members(
                            new DimensionName("account"),
                            "",
                            ACCOUNT,
                            List.of(ACCOUNT_ID),
                            List.of(
                                    new Dimension.MemberAttribute(STATUS, VERSION),
                                    new Dimension.MemberAttribute(OPENED, KEEP_FIRST)),
                            List.of(),
                            List.of(
                                    reference("owner", "customer", CUSTOMER_ID, Outrigger.As.VERSION),
                                    reference("referrer", "client", REFERRER_ID, Outrigger.As.CURRENT)))),
            List.of(payments()),
            List.of(),
            List.of(
                    feed(CUSTOMER, "customer_told", Feed.Effect.STATES),
                    feed(CUSTOMER, "customer_left", Feed.Effect.DELETES),
                    feed(ACCOUNT, "account_told", Feed.Effect.STATES),
                    feed(PAYMENT, "payment_made", Feed.Effect.STATES)),
            List.of(feed(new FactName("payment"), "payment_made", Feed.Effect.STATES)));

    public static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    private Renaming() {}

    /// Courses of events in which customers change their keys.
    public static Courses courses() {
        return new Courses(new RandomEvents(MODEL)::some, MODEL.sources());
    }

    private static Dimension.Members customers(String name, ChangePolicy phones) {
        return new Dimension.Members(
                new DimensionName(name),
                "",
                CUSTOMER,
                IDENTITY,
                List.of(
                        new Dimension.MemberAttribute(CUSTOMER_ID, VERSION),
                        new Dimension.MemberAttribute(PHONE, phones),
                        new Dimension.MemberAttribute(TIER, VERSION)),
                List.of(),
                List.of());
    }

    private static Fact payments() {
        return new Fact(
                new FactName("payment"),
                "",
                PAYMENT,
                List.of(PAYMENT_ID),
                PAID_AT,
                List.of(
                        role("payer", "customer", CUSTOMER_ID),
                        role("client", "client", CUSTOMER_ID),
                        role("account", "account", ACCOUNT_ID)),
                List.of(),
                List.of(new Measure(
                        AMOUNT.name(),
                        AMOUNT.type(),
                        Measure.Aggregation.SUM,
                        new Measure.Source.Input(),
                        "",
                        "Worth")));
    }

    private static Role role(String name, String dimension, Attribute key) {
        return new Role.OfMember(column(name), new DimensionName(dimension), List.of(key));
    }

    private static Outrigger reference(String name, String dimension, Attribute key, Outrigger.As as) {
        ColumnName column = column(name);
        return new Outrigger(column, new DimensionName(dimension), List.of(key), as);
    }

    private static <T> Feed<T> feed(T target, String event, Feed.Effect effect) {
        return new Feed<>(target, new EventName(event), new Feed.Scope.WholeEvent(), effect);
    }
}
