package dev.startide.adapter.outbound.postgres.verify;

import java.util.stream.Stream;

/// Mistakes in the rows of facts of every kind.
final class PlantedFacts {

    private PlantedFacts() {}

    static Stream<Planted> ofEveryKind() {
        return Stream.of(
                new Planted("computed-columns", "star.delivery", """
                        alter table star.delivery alter column placed_at_to_shipped_at drop expression;
                        update star.delivery set placed_at_to_shipped_at = 4711"""),
                new Planted("computed-columns", "star.delivery", """
                        alter table star.delivery alter column milestone drop expression;
                        update star.delivery set milestone = 'lost'"""),
                new Planted(
                        "book-balances",
                        "star.booking",
                        "update star.booking set price = price + 1 where entry_kind = 'reversal'"),
                new Planted("book-balances", "star.booking", "delete from star.booking where entry_kind = 'reversal'"),
                new Planted(
                        "book-balances",
                        "star.booking",
                        "update star.booking set entry_kind = 'correction' where entry_kind = 'original'"),
                new Planted(
                        "periods-without-gaps",
                        "star.backlog",
                        "delete from star.backlog where ctid = (select min(ctid) from star.backlog)"),
                new Planted("periods-without-gaps", "star.shelf", """
                        update star.shelf set period = period - 1000
                        where ctid = (select min(ctid) from star.shelf)"""),
                new Planted("periods-without-gaps", "star.shelf", """
                        update star.shelf set period = period + 1000
                        where ctid = (select min(ctid) from star.shelf)"""));
    }
}
