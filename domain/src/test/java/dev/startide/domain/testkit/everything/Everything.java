package dev.startide.domain.testkit.everything;

import dev.startide.domain.testkit.ModelText;
import dev.startide.domain.testkit.course.Courses;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.time.LocalDate;
import java.util.List;

/// The model of a mail-order company, with dimensions, references and facts of every kind. Customers
/// live in regions, order and leave; lines of orders are corrected, shipped, received and withdrawn,
/// and are gifts to several customers.
public final class Everything {

    /// The model.
    public static final WarehouseModel MODEL = ModelText.model("""
            version: 1
            name: everything
            time_zone: Europe/Berlin
            sources:
              masters:
                file:
                  format: json
              orders:
                file:
                  format: json
            events:
              region_drawn:
                source: masters
                time: told_at
                fields:
                  region_id: text
                  manager: text
                  climate: text
                  told_at: timestamptz
              region_dissolved:
                source: masters
                time: told_at
                fields:
                  region_id: text
                  told_at: timestamptz
              customer_told:
                source: masters
                time: told_at
                fields:
                  customer_id: text
                  region_id: text
                  born_on: date
                  phone: text
                  city: text
                  tier: int
                  band: text
                  score: int
                  told_at: timestamptz
              customer_moved:
                source: masters
                time: told_at
                fields:
                  customer_id: text
                  region_id: text
                  city: text
                  band: text
                  told_at: timestamptz
              customer_left:
                source: masters
                time: told_at
                fields:
                  customer_id: text
                  told_at: timestamptz
              product_listed:
                source: masters
                time: told_at
                fields:
                  product_id: int
                  name: varchar(20)
                  category: text
                  shelf: text
                  told_at: timestamptz
              line_ordered:
                source: orders
                time: told_at
                fields:
                  order_id: text
                  customer_id: text
                  payer_id: text
                  channel: text
                  placed_at: timestamptz
                  told_at: timestamptz
                  line_no: int
                  product_id: int
                  quantity: int
                  price: decimal(12,2)
                  wrapping: text
                  is_gift: boolean
                  gifts:
                    -
                      customer_id: text
                      region_id: text
                      share: decimal(9,8)
              line_shipped:
                source: orders
                time: told_at
                fields:
                  order_id: text
                  line_no: int
                  customer_id: text
                  shipped_at: timestamptz
                  told_at: timestamptz
              line_received:
                source: orders
                time: told_at
                fields:
                  order_id: text
                  line_no: int
                  received_on: date
                  told_at: timestamptz
              line_withdrawn:
                source: orders
                time: told_at
                fields:
                  order_id: text
                  line_no: int
                  told_at: timestamptz
            entities:
              region:
                from: region_drawn
                deleted_by: region_dissolved
                key: region_id
              customer:
                from: [customer_told, customer_moved]
                deleted_by: customer_left
                key: customer_id
                references:
                  region_id: region
              product:
                from: product_listed
                key: product_id
              purchase:
                from: line_ordered
                key: order_id
                references:
                  customer_id: customer
              line:
                from: [line_ordered, line_shipped, line_received]
                deleted_by: line_withdrawn
                key: [order_id, line_no]
            dimensions:
              date:
                calendar:
                  from: 2026-01-01
                  years_ahead: 1
              region:
                of: region
                deletes: flag
                attributes:
                  manager: 2
                  climate: 1
              customer:
                of: customer
                attributes:
                  born_on: 0
                  phone: 1
                  city: 6
                  tier: 2
                mini:
                  customer_profile: [band, score]
                references:
                  home:
                    dimension: region
                    key: region_id
                    as: version
              subscriber:
                of: customer
                deletes: ignore
                attributes:
                  phone: 3
                  tier: 2
                references:
                  area:
                    dimension: region
                    key: region_id
              packing:
                junk: [wrapping, is_gift]
              product:
                of: product
                attributes:
                  name: 1
                  category: 2
                mini:
                  display: shelf
            facts:
              sale:
                of: line
                from: line_ordered
                grain: [order_id, line_no]
                time: placed_at
                dimensions:
                  customer: customer_id
                  payer:
                    dimension: customer
                    key: payer_id
                    missing: not_applicable
                    pattern: k[1-2]
                  product: product_id
                  date: placed_at
                  reader:
                    dimension: subscriber
                    key: customer_id
                degenerate: channel
                measures:
                  quantity: sum
                  price: max
              present:
                of: purchase
                from: line_ordered
                grain: order_id
                time: placed_at
                dimensions:
                  customer: customer_id
                  packing:
                    dimension: packing
                  recipient:
                    dimension: customer
                    each: gifts
                    key: customer_id
                    weight: share
                  destination:
                    dimension: region
                    each: gifts
                    key: region_id
                    missing: not_applicable
                measures:
                  price: max
              first_order:
                changes: never
                of: line
                from: line_ordered
                grain: [order_id, line_no]
                time: placed_at
                dimensions:
                  customer: customer_id
                measures:
                  price: sum
              booking:
                changes: reverse
                of: line
                from: line_ordered
                grain: [order_id, line_no]
                time: placed_at
                dimensions:
                  customer: customer_id
                  reader:
                    dimension: subscriber
                    key: customer_id
                  date: placed_at
                degenerate: channel
                measures:
                  quantity: max
                  price: sum
              delivery:
                kind: accumulating
                of: line
                grain: [order_id, line_no]
                milestones: [placed_at, shipped_at, received_on]
                dimensions:
                  customer: customer_id
                degenerate: channel
                measures:
                  quantity: sum
              backlog:
                kind: periodic
                every: month
                since: 2026-01-01
                of: line
                dimensions:
                  customer: customer_id
                  reader:
                    dimension: subscriber
                    key: customer_id
                measures:
                  quantity:
                    agg: sum
                    additive:
                      not_over: period
              shelf:
                kind: periodic
                every: day
                since: 2026-02-27
                of: line
                from: [line_ordered, line_shipped]
                dimensions:
                  payer:
                    dimension: customer
                    key: payer_id
                    missing: not_applicable
                    pattern: k[1-2]
                degenerate: shipped_at
            """);

    /// Where everything lives.
    public static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    /// On which periods are filled; in one of them is the change to summer time.
    public static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 30), LocalDate.of(2026, 4, 3));

    /// Courses of random events of the company.
    public static Courses courses() {
        return new Courses(new RandomEvents(MODEL)::some, MODEL.sources(), DAYS);
    }

    private Everything() {}
}
