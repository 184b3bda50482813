package dev.startide.domain.testkit.bank;

import static dev.startide.domain.testkit.bank.BankTypes.ACCOUNT_ID;
import static dev.startide.domain.testkit.bank.BankTypes.AMOUNT;
import static dev.startide.domain.testkit.bank.BankTypes.BANK_NO;
import static dev.startide.domain.testkit.bank.BankTypes.BRANCH_NO;
import static dev.startide.domain.testkit.bank.BankTypes.CITY;
import static dev.startide.domain.testkit.bank.BankTypes.CUSTOMER_ID;
import static dev.startide.domain.testkit.bank.BankTypes.OPENED;
import static dev.startide.domain.testkit.bank.BankTypes.PAID_AT;
import static dev.startide.domain.testkit.bank.BankTypes.PARENT_ID;
import static dev.startide.domain.testkit.bank.BankTypes.PAYMENT_ID;
import static dev.startide.domain.testkit.bank.BankTypes.PHONE;
import static dev.startide.domain.testkit.bank.BankTypes.RATING;
import static dev.startide.domain.testkit.bank.BankTypes.REFERRER_ID;
import static dev.startide.domain.testkit.bank.BankTypes.STATUS;
import static dev.startide.domain.testkit.bank.BankTypes.TIER;
import static dev.startide.domain.testkit.bank.BankTypes.event;
import static dev.startide.warehouse.schema.ColumnName.column;
import static dev.startide.warehouse.star.ChangePolicy.KEEP_FIRST;
import static dev.startide.warehouse.star.ChangePolicy.OVERWRITE;
import static dev.startide.warehouse.star.ChangePolicy.VERSION;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactMart;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.MartName;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Outrigger;
import dev.startide.warehouse.star.Role;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// The model of a bank, built by hand.
///
/// An account follows the versions of its owner and of its branch, which follows those of its bank;
/// it names its parent account and whoever referred it, whatever their versions. Accounts and
/// branches end when they are closed; customers who left are marked.
public final class Bank {

    public static final Source NEWS =
            new Source(new SourceName("news"), "file", Source.PayloadFormat.JSON, new Source.Dedupe.None(), Map.of());

    static final List<EventType> EVENTS = List.of(
            event("bank_rated", List.of(BANK_NO), RATING),
            event("branch_told", List.of(BANK_NO, BRANCH_NO), CITY),
            event("customer_told", List.of(CUSTOMER_ID), PHONE, TIER),
            event(
                    "account_told",
                    List.of(ACCOUNT_ID),
                    STATUS,
                    OPENED,
                    CUSTOMER_ID,
                    BANK_NO,
                    BRANCH_NO,
                    PARENT_ID,
                    REFERRER_ID),
            event("account_closed", List.of(ACCOUNT_ID)),
            event("customer_left", List.of(CUSTOMER_ID)),
            event("branch_closed", List.of(BANK_NO, BRANCH_NO)),
            event("account_moved", List.of(ACCOUNT_ID), BANK_NO, BRANCH_NO),
            event("payment_made", List.of(PAYMENT_ID, PAID_AT), ACCOUNT_ID, CUSTOMER_ID, AMOUNT));

    public static final WarehouseModel MODEL = aBank();

    public static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    private Bank() {}

    /// The layout of a dimension by its name.
    public static MemberLayout members(String name) {
        return LAYOUT.members().stream()
                .filter(layout -> layout.dimension().name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static WarehouseModel aBank() {
        return new WarehouseModel(
                "bank",
                "Who pays from which account",
                ZoneOffset.UTC,
                List.of(NEWS),
                EVENTS,
                entities(),
                dimensions(),
                List.of(payments()),
                List.of(new FactMart(
                        new MartName("payments"), "Every payment", new FactName("payment"), List.of(), List.of())),
                List.of(
                        feed("bank", "bank_rated"),
                        feed("branch", "branch_told"),
                        feed("customer", "customer_told"),
                        feed("account", "account_told"),
                        feed("account", "account_moved"),
                        end("account", "account_closed"),
                        end("customer", "customer_left"),
                        end("branch", "branch_closed"),
                        feed("payment", "payment_made")),
                List.of(new Feed<>(new FactName("payment"), EVENTS.getLast().name(), new Feed.Scope.WholeEvent())));
    }

    private static Feed<EntityName> feed(String entity, String event) {
        return feed(entity, event, Feed.Effect.STATES);
    }

    private static Feed<EntityName> end(String entity, String event) {
        return feed(entity, event, Feed.Effect.DELETES);
    }

    private static Feed<EntityName> feed(String entity, String event, Feed.Effect effect) {
        return new Feed<>(new EntityName(entity), new EventName(event), new Feed.Scope.WholeEvent(), effect);
    }

    private static List<Entity> entities() {
        return List.of(
                entity("bank", List.of(BANK_NO), RATING),
                entity("branch", List.of(BANK_NO, BRANCH_NO), CITY),
                entity("customer", List.of(CUSTOMER_ID), PHONE, TIER),
                entity(
                        "account",
                        List.of(ACCOUNT_ID),
                        STATUS,
                        OPENED,
                        CUSTOMER_ID,
                        BANK_NO,
                        BRANCH_NO,
                        PARENT_ID,
                        REFERRER_ID),
                entity("payment", List.of(PAYMENT_ID), PAID_AT, ACCOUNT_ID, CUSTOMER_ID, AMOUNT));
    }

    private static List<Dimension> dimensions() {
        return List.of(
                dimension("bank", List.of(BANK_NO), List.of(), new Dimension.MemberAttribute(RATING, VERSION)),
                dimension(
                        "branch",
                        List.of(BANK_NO, BRANCH_NO),
                        List.of(version("bank", "bank", BANK_NO)),
                        new Dimension.MemberAttribute(CITY, VERSION)),
                dimension(
                                "customer",
                                List.of(CUSTOMER_ID),
                                List.of(),
                                new Dimension.MemberAttribute(PHONE, OVERWRITE),
                                new Dimension.MemberAttribute(TIER, VERSION))
                        .withDeletes(Deletes.FLAG),
                dimension(
                        "account",
                        List.of(ACCOUNT_ID),
                        List.of(
                                version("owner", "customer", CUSTOMER_ID),
                                version("branch", "branch", BANK_NO, BRANCH_NO),
                                current("parent", "account", PARENT_ID),
                                current("referrer", "customer", REFERRER_ID)),
                        new Dimension.MemberAttribute(STATUS, VERSION),
                        new Dimension.MemberAttribute(OPENED, KEEP_FIRST)));
    }

    private static Fact payments() {
        return new Fact(
                new FactName("payment"),
                "What is paid",
                new EntityName("payment"),
                List.of(PAYMENT_ID),
                PAID_AT,
                List.of(
                        new Role.OfMember(column("account"), new DimensionName("account"), List.of(ACCOUNT_ID)),
                        new Role.OfMember(column("payer"), new DimensionName("customer"), List.of(CUSTOMER_ID))),
                List.of(),
                List.of(new Measure(
                        AMOUNT.name(),
                        AMOUNT.type(),
                        Measure.Aggregation.SUM,
                        new Measure.Source.Input(),
                        "",
                        "Worth")));
    }

    private static Entity entity(String name, List<Attribute> key, Attribute... attributes) {
        return new Entity(new EntityName(name), "", key, List.of(attributes), List.of());
    }

    private static Dimension.Members dimension(
            String name, List<Attribute> key, List<Outrigger> outriggers, Dimension.MemberAttribute... attributes) {
        return new Dimension.Members(
                new DimensionName(name), "", new EntityName(name), key, List.of(attributes), List.of(), outriggers);
    }

    private static Outrigger version(String name, String dimension, Attribute... key) {
        return new Outrigger(column(name), new DimensionName(dimension), List.of(key), Outrigger.As.VERSION);
    }

    private static Outrigger current(String name, String dimension, Attribute... key) {
        return new Outrigger(column(name), new DimensionName(dimension), List.of(key), Outrigger.As.CURRENT);
    }
}
