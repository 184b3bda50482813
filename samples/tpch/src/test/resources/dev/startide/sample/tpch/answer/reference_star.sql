-- Builds the star schema from table event in one go, by window functions over all changes.
--
-- Requires: each event once. No special members; validity is open to the past and to the future.

create schema star;

create table star.date as
select to_char(day, 'YYYYMMDD')::int as date_key,
       day::date as calendar_date,
       extract(year from day)::int as year,
       extract(quarter from day)::int as quarter,
       extract(week from day)::int as iso_week
from generate_series('1992-01-01'::timestamp, '1999-12-31'::timestamp, interval '1 day') as day;

create table customer_change as
select id, change.*
from event,
     jsonb_to_record(body) as change (customer_id bigint, name text, nation text, region text, segment text,
       account_balance numeric, phone text, changed_at timestamptz)
where kind = 'CustomerChanged';

create table star.customer as
with compared as (
  select *,
         (nation, region, segment) is distinct from
           lag((nation, region, segment)) over (partition by customer_id order by changed_at, id) as is_new,
         row_number() over (partition by customer_id order by changed_at, id) = 1 as is_first
  from customer_change
)

select row_number() over (order by customer_id, changed_at) as customer_key,
       customer_id + 1000000 as customer_durable_key,
       customer_id,
       nation, region, segment,
       latest.account_balance, latest.phone,
       case when is_first then '1900-01-01' else changed_at end as valid_from,
       lead(changed_at, 1, '9999-12-31') over (partition by customer_id order by changed_at) as valid_to,
       lead(changed_at) over (partition by customer_id order by changed_at) is null as is_current,
       false as is_inferred
from compared
join (
  select distinct on (customer_id) customer_id, account_balance, phone
  from customer_change
  order by customer_id, changed_at desc, id desc
) as latest using (customer_id)
where is_new or is_first;

create table supplier_change as
select id, change.*
from event,
     jsonb_to_record(body) as change (supplier_id bigint, nation text, region text, changed_at timestamptz)
where kind = 'SupplierChanged';

create table star.supplier as
with compared as (
  select *,
         (nation, region) is distinct from
           lag((nation, region)) over (partition by supplier_id order by changed_at, id) as is_new,
         row_number() over (partition by supplier_id order by changed_at, id) = 1 as is_first
  from supplier_change
)

select row_number() over (order by supplier_id, changed_at) as supplier_key,
       supplier_id + 2000000 as supplier_durable_key,
       supplier_id,
       nation, region,
       case when is_first then '1900-01-01' else changed_at end as valid_from,
       lead(changed_at, 1, '9999-12-31') over (partition by supplier_id order by changed_at) as valid_to,
       lead(changed_at) over (partition by supplier_id order by changed_at) is null as is_current,
       false as is_inferred
from compared
where is_new or is_first;

create table part_change as
select id, change.*
from event,
     jsonb_to_record(body) as change (part_id bigint, brand text, manufacturer text, retail_price numeric,
       changed_at timestamptz)
where kind = 'PartChanged';

create table star.part as
with compared as (
  select *,
         (brand, retail_price) is distinct from
           lag((brand, retail_price)) over (partition by part_id order by changed_at, id) as is_new,
         row_number() over (partition by part_id order by changed_at, id) = 1 as is_first
  from part_change
)

select row_number() over (order by part_id, changed_at) as part_key,
       part_id + 3000000 as part_durable_key,
       part_id,
       brand, retail_price,
       latest.manufacturer,
       case when is_first then '1900-01-01' else changed_at end as valid_from,
       lead(changed_at, 1, '9999-12-31') over (partition by part_id order by changed_at) as valid_to,
       lead(changed_at) over (partition by part_id order by changed_at) is null as is_current,
       false as is_inferred
from compared
join (
  select distinct on (part_id) part_id, manufacturer
  from part_change
  order by part_id, changed_at desc, id desc
) as latest using (part_id)
where is_new or is_first;

create table placed_order as
select placed.*
from event,
     jsonb_to_record(body) as placed (order_id bigint, customer_id bigint, status text, order_date date,
       priority text, clerk text, placed_at timestamptz, total_price numeric, lines jsonb)
where kind = 'OrderPlaced';

create table star.orders as
select order_id, customer_key, customer_durable_key,
       to_char(order_date, 'YYYYMMDD')::int as ordered_key,
       status, priority, total_price, clerk
from placed_order
join star.customer on customer.customer_id = placed_order.customer_id
  and placed_at >= customer.valid_from and placed_at < customer.valid_to;

create table star.line_item as
select order_id, line.line_number,
       customer_key, customer_durable_key, supplier_key, supplier_durable_key, part_key, part_durable_key,
       to_char(order_date, 'YYYYMMDD')::int as ordered_key,
       to_char(line.commit_date, 'YYYYMMDD')::int as committed_key,
       to_char(line.ship_date, 'YYYYMMDD')::int as shipped_key,
       to_char(line.receipt_date, 'YYYYMMDD')::int as received_key,
       line.ship_mode, line.return_flag, line.line_status,
       line.quantity, line.extended_price, line.discount, line.tax,
       (line.extended_price * (1 - line.discount))::numeric(18, 4) as revenue
from placed_order
cross join lateral jsonb_to_recordset(lines) as line (line_number int, part_id bigint, supplier_id bigint,
  quantity int, extended_price numeric, discount numeric, tax numeric, return_flag text, line_status text,
  ship_date date, commit_date date, receipt_date date, ship_mode text)
join star.customer on customer.customer_id = placed_order.customer_id
  and placed_at >= customer.valid_from and placed_at < customer.valid_to
join star.supplier on supplier.supplier_id = line.supplier_id
  and placed_at >= supplier.valid_from and placed_at < supplier.valid_to
join star.part on part.part_id = line.part_id
  and placed_at >= part.valid_from and placed_at < part.valid_to;
