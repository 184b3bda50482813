-- A part of the sales, each from one event, with the customer's version as of its time.
-- Parameters: how many customers, how many products, the first and the last sale.

set session_replication_role = replica;

insert into raw.event (lane, position, volume, arrived_at, content_type, payload, admission)
select 2, i, 1, '2026-04-01', 'application/json', convert_to('{"type":"sold","sale_id":' || i || ',"quantity":2}', 'UTF8'), 0
from generate_series(%3$d::bigint, %4$d) as i;

insert into norm.sale
  (sale_id, customer_id, product_id, quantity, price, sold_at,
   _is_inferred, _is_deleted, _changed_at, _change_sequence, _change_id, _lane, _position)
select
  i, 'c' || i %% %1$d + 1, 'p' || i %% %2$d + 1, 2, 9.99, sold.at, false, false, sold.at, 0, gen_random_uuid(), 2, i
from generate_series(%3$d::bigint, %4$d) as i
cross join lateral (select timestamptz '2026-01-01 00:00:00Z' + make_interval(secs => i %% 7776000) as at) as sold;

insert into star.sale
  (sale_id, event_time, customer_key, customer_durable_key, product_key, product_durable_key, sold_key, quantity, price,
   _changed_at, _change_sequence, _change_id, _lane, _position)
select
  i,
  sold.at,
  4 * (i %% %1$d + 1) - 3 + case when sold.at < '2026-02-01 00:00:00Z' then 1 when sold.at < '2026-03-01 00:00:00Z' then 2 else 3 end,
  4 * (i %% %1$d + 1) - 3,
  2 * (i %% %2$d + 1),
  2 * (i %% %2$d + 1) - 1,
  to_char(sold.at at time zone 'UTC', 'YYYYMMDD')::integer,
  2,
  9.99,
  sold.at,
  0,
  gen_random_uuid(),
  2,
  i
from generate_series(%3$d::bigint, %4$d) as i
cross join lateral (select timestamptz '2026-01-01 00:00:00Z' + make_interval(secs => i %% 7776000) as at) as sold;

update startide.lane set next_position = %4$d + 1 where id = 2;
update startide.load_cursor set position = %4$d, loaded = %4$d where lane = 2;
