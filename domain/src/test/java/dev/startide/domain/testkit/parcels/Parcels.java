package dev.startide.domain.testkit.parcels;

import dev.startide.domain.testkit.ModelText;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.WarehouseLayout;

/// The model of a parcel service. A parcel is posted, collected and delivered; each of these is
/// told by an event of its own, in any order, and may be taken back.
public final class Parcels {

    /// The model.
    public static final WarehouseModel MODEL = ModelText.model("""
            version: 1
            name: parcels
            time_zone: Europe/Berlin
            sources:
              desk:
                file:
                  format: json
            events:
              parcel_posted:
                source: desk
                time: told_at
                fields:
                  parcel_id: text
                  sender_id: text
                  weight: int
                  price: decimal(12,2)
                  channel: text
                  posted_at: timestamptz
                  booked_for: timestamptz
                  told_at: timestamptz
              parcel_collected:
                source: desk
                time: told_at
                fields:
                  parcel_id: text
                  collected_at: timestamptz
                  told_at: timestamptz
              parcel_delivered:
                source: desk
                time: told_at
                fields:
                  parcel_id: text
                  sender_id: text
                  delivered_on: date
                  told_at: timestamptz
              parcel_withdrawn:
                source: desk
                time: told_at
                fields:
                  parcel_id: text
                  told_at: timestamptz
              sender_changed:
                source: desk
                time: told_at
                fields:
                  sender_id: text
                  city: text
                  told_at: timestamptz
            entities:
              sender:
                from: sender_changed
                key: sender_id
              parcel:
                from: [parcel_posted, parcel_collected, parcel_delivered]
                deleted_by: parcel_withdrawn
                key: parcel_id
            dimensions:
              date:
                calendar:
                  from: 2026-01-01
                  years_ahead: 1
              sender:
                of: sender
                attributes:
                  city: 2
            facts:
              journey:
                kind: accumulating
                of: parcel
                grain: parcel_id
                milestones: [posted_at, collected_at, delivered_on]
                dimensions:
                  sender: sender_id
                degenerate: channel
                measures:
                  weight: sum
              posting:
                of: parcel
                from: parcel_posted
                grain: parcel_id
                time: booked_for
                dimensions:
                  sender:
                    dimension: sender
                    key: sender_id
                    missing: not_applicable
                    pattern: s-[1-2]
                measures:
                  weight: sum
              receipt:
                changes: never
                of: parcel
                from: parcel_posted
                grain: parcel_id
                time: booked_for
                dimensions:
                  sender: sender_id
                degenerate: channel
                measures:
                  price: sum
              booking:
                changes: reverse
                of: parcel
                from: parcel_posted
                grain: parcel_id
                time: booked_for
                dimensions:
                  sender:
                    dimension: sender
                    key: sender_id
                    pattern: s-[1-3]
                  date: booked_for
                degenerate: channel
                measures:
                  weight: max
                  price: sum
                  worth:
                    sql: weight * price
                    type: decimal(14,2)
                    agg: sum
              standing:
                kind: periodic
                every: month
                of: parcel
                dimensions:
                  sender:
                    dimension: sender
                    key: sender_id
                    pattern: s-[1-3]
                degenerate: channel
                measures:
                  weight:
                    agg: sum
                    additive:
                      not_over: period
              shelf:
                kind: periodic
                every: day
                since: 2026-01-15
                of: parcel
                from: [parcel_posted, parcel_collected]
                degenerate: collected_at
            """);

    /// Where everything lives.
    public static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    private Parcels() {}

    /// The layout of a fact by its name.
    public static FactLayout fact(String name) {
        return LAYOUT.facts().stream()
                .filter(layout -> layout.fact().name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
