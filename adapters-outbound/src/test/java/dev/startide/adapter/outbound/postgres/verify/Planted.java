package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.warehouse.layout.BridgeLayout;
import java.util.stream.Stream;

/// A mistake in the rows of a warehouse that is otherwise well.
///
/// @param check the one check that finds it
/// @param table what the finding is about
record Planted(String check, String table, String sql) {

    static Stream<Planted> everywhere() {
        return Stream.of(
                        inTheShop(),
                        inReferences(),
                        inBridges(),
                        inMiniDimensions(),
                        inKeys(),
                        PlantedFacts.ofEveryKind())
                .flatMap(part -> part);
    }

    static Stream<Planted> inTheShop() {
        return Stream.of(
                new Planted("lane-density", "raw.event", "delete from raw.event where lane = 1 and position = 1"),
                new Planted("lane-density", "raw.event", "update raw.event set lane = 77 where lane = 1"),
                new Planted(
                        "cursors",
                        "startide.load_cursor",
                        "update startide.load_cursor set position = position + 5, loaded = loaded + 5 where lane = 1"),
                new Planted("conservation", "startide.load_cursor", """
                        alter table startide.load_cursor drop constraint every_event_is_accounted_for;
                        update startide.load_cursor set loaded = loaded - 1 where lane = 1"""),
                new Planted(
                        "control-totals",
                        "startide.load_cursor",
                        "update startide.load_cursor set loaded = loaded - 1, ignored = ignored + 1 where lane = 1"),
                new Planted(
                        "control-totals",
                        "startide.load_cursor",
                        "update startide.load_cursor set loaded = loaded - 1, quarantined = quarantined + 1 where lane = 1"),
                new Planted(
                        "rows-have-events",
                        "star.order_line",
                        "update star.order_line set _position = 4711 where order_id = 'o-1' and line_no = 1"),
                new Planted(
                        "rows-have-events",
                        "norm.customer__change",
                        "update norm.customer__change set _lane = 99 where customer_id = 'c-1'"),
                new Planted(
                        "foreign-keys",
                        "norm.purchase",
                        "update norm.purchase set customer_id = 'nobody' where order_id = 'o-1'"),
                new Planted(
                        "foreign-keys",
                        "star.order_line",
                        "update star.order_line set product_key = 4711 where order_id = 'o-1' and line_no = 1"),
                new Planted(
                        "one-current-version",
                        "star.customer",
                        "update star.customer set is_current = false where customer_id = 'c-2'"),
                new Planted("adjacent-versions", "star.customer", """
                        update star.customer set valid_to = valid_to + interval '1 microsecond'
                        where customer_id = 'c-1' and version = 1"""),
                new Planted("adjacent-versions", "star.customer", """
                        update star.customer set valid_to = valid_to - interval '1 microsecond'
                        where customer_id = 'c-1' and version = 1"""),
                new Planted("adjacent-versions", "star.product", """
                        update star.product set valid_from = valid_from + interval '1 day'
                        where product_id = 'p-1' and version = 1"""),
                new Planted(
                        "adjacent-versions", "star.customer", "update star.customer set version = 7 where version = 2"),
                new Planted("one-durable-key", "star.customer", """
                        update star.customer set customer_id = 'c-2'
                        where customer_id = 'c-1' and version = 2"""),
                new Planted("special-members", "star.customer", "delete from star.customer where customer_key = -1"),
                new Planted("special-members", "star.date", "delete from star.date where date_key = -1"),
                new Planted(
                        "inferred-members",
                        "star.customer",
                        "update star.customer set is_inferred = true where customer_id = 'c-1'"),
                new Planted(
                        "inferred-members",
                        "star.customer",
                        "update star.customer set is_inferred = false where customer_id = 'c-9'"),
                new Planted("inferred-members", "star.customer", "delete from star.customer where customer_id = 'c-3'"),
                new Planted(
                        "current-shows-latest",
                        "star.customer",
                        "update star.customer set city = 'Ulm' where customer_id = 'c-1' and is_current"),
                new Planted(
                        "current-shows-latest",
                        "star.customer",
                        "update star.customer set email = null where customer_id = 'c-1'"),
                new Planted("hierarchies", "star.product", """
                        update star.product set name = 'Pencil' where product_id = 'p-2';
                        update norm.product set name = 'Pencil' where product_id = 'p-2'"""),
                new Planted(
                        "calendar-days",
                        "star.date",
                        "update star.date set calendar_date = calendar_date + 1 where date_key = 20260601"),
                new Planted("facts-as-it-was", "star.order_line", """
                        update star.order_line set customer_key = (
                          select customer_key from star.customer where customer_id = 'c-1' and version = 2)
                        where order_id = 'o-1'"""),
                new Planted("facts-as-it-was", "star.order_line", """
                        update star.order_line set event_time = '2026-03-20 08:00:00+00', ordered_key = 20260320
                        where order_id = 'o-1'"""),
                new Planted("facts-of-their-members", "star.order_line", """
                        update star.order_line set product_durable_key = (
                          select product_durable_key from star.product where product_id = 'p-2')
                        where order_id = 'o-1' and line_no = 1"""),
                new Planted(
                        "facts-on-their-day",
                        "star.order_line",
                        "update star.order_line set ordered_key = 20260601 where order_id = 'o-1' and line_no = 1"));
    }

    static Stream<Planted> inReferences() {
        return Stream.of(
                new Planted("references-as-it-was", "star.account", """
                        update star.account set owner_durable_key = referrer_durable_key
                        where account_id = 'a1' and is_current"""),
                new Planted("references-as-it-was", "star.account", """
                        update star.account set owner_key = (
                          select customer_key from star.customer where customer_id = 'c1' and version = 1)
                        where account_id = 'a1' and is_current"""),
                new Planted("references-as-it-was", "star.account", """
                        update star.account set parent_durable_key = 4711
                        where account_id = 'a1' and is_current"""));
    }

    static Stream<Planted> inBridges() {
        String bridge = aBridge().table().name().toString();
        return Stream.of(
                new Planted(
                        "bridge-weights",
                        bridge,
                        "update %s set weight = weight / 2 where ctid = (select min(ctid) from %s)"
                                .formatted(bridge, bridge)),
                new Planted("bridge-weights", bridge, "delete from %s".formatted(bridge)));
    }

    static Stream<Planted> inMiniDimensions() {
        return Stream.of(
                new Planted(
                        "facts-with-their-combination",
                        "star.sale",
                        "update star.sale set customer_profile_key = -1 where customer_profile_key > 0"),
                new Planted("facts-with-their-combination", "star.sale", """
                        update star.sale set _customer_profile_trail_key = (
                          select customer_profile__trail_key from star.customer_profile__trail
                          where customer_id = 'k1' and version = 1)
                        where order_id = 'o1'"""),
                new Planted("facts-with-their-combination", "star.sale", """
                        update star.sale set customer_profile_key = payer_customer_profile_key,
                          _customer_profile_trail_key = _payer_customer_profile_trail_key
                        where order_id = 'o1'"""),
                new Planted(
                        "special-members",
                        "star.customer_profile",
                        "delete from star.customer_profile where customer_profile_key = -3"));
    }

    static Stream<Planted> inKeys() {
        return Stream.of(
                new Planted(
                        "keys-of-one-member",
                        "norm.customer__key",
                        "update norm.customer__key set _member_customer_id = 'nobody' where customer_id = 'c2'"),
                new Planted(
                        "keys-of-one-member",
                        "norm.customer__change",
                        "update norm.customer__change set _member_customer_id = 'c2' where customer_id = 'c2'"));
    }

    private static BridgeLayout aBridge() {
        return BridgeLayout.of(Clinic.LAYOUT.facts().getFirst()).getFirst();
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(check, sql.lines().findFirst().orElse(""));
    }
}
