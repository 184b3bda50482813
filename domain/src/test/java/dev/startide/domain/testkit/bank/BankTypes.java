package dev.startide.domain.testkit.bank;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.EventType.Sequence;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import java.util.ArrayList;
import java.util.List;

/// The bank's attributes and fields in few words.
final class BankTypes {

    /// When an event happened, in every kind of event.
    static final String AT = "told_at";

    static final Attribute BANK_NO = attribute("bank_no", new LogicalType.Text());
    static final Attribute BRANCH_NO = attribute("branch_no", new LogicalType.Int());
    static final Attribute CUSTOMER_ID = attribute("customer_id", new LogicalType.Text());
    static final Attribute FORMER_ID = attribute("former_id", new LogicalType.Text());
    static final Attribute ACCOUNT_ID = attribute("account_id", new LogicalType.Text());
    static final Attribute PARENT_ID = attribute("parent_id", new LogicalType.Text());
    static final Attribute REFERRER_ID = attribute("referrer_id", new LogicalType.Text());
    static final Attribute PAYMENT_ID = attribute("payment_id", new LogicalType.Text());
    static final Attribute PAID_AT = attribute("paid_at", new LogicalType.Timestamp());
    static final Attribute RATING = attribute("rating", new LogicalType.Text());
    static final Attribute CITY = attribute("city", new LogicalType.Text());
    static final Attribute PHONE = attribute("phone", new LogicalType.Text());
    static final Attribute TIER = attribute("tier", new LogicalType.Text());
    static final Attribute STATUS = attribute("status", new LogicalType.Text());
    static final Attribute OPENED = attribute("opened", new LogicalType.Text());
    static final Attribute AMOUNT = attribute("amount", new LogicalType.Int());

    private BankTypes() {}

    static EventType event(String name, List<Attribute> required, Attribute... optional) {
        List<Field> fields = new ArrayList<>();
        fields.add(field(attribute(AT, new LogicalType.Timestamp()), Field.Presence.REQUIRED));
        required.forEach(attribute -> fields.add(field(attribute, Field.Presence.REQUIRED)));
        List.of(optional).forEach(attribute -> fields.add(field(attribute, Field.Presence.OPTIONAL)));
        return new EventType(
                new EventName(name),
                "",
                new SourceName("news"),
                new Condition.Always(),
                column(AT),
                List.of(),
                new Sequence.None(),
                new FieldGroup(fields));
    }

    private static Attribute attribute(String name, LogicalType type) {
        return new Attribute(column(name), type, "");
    }

    private static Field field(Attribute attribute, Field.Presence presence) {
        return new Field.Scalar(
                attribute.name(), attribute.type(), presence, new Field.ValueSource.SameName(), List.of(), "");
    }
}
