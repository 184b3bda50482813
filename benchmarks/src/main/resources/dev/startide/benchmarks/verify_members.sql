-- Customers with three versions each, and products: what a load of their events would have written.
-- Parameters: how many customers, how many products.

set session_replication_role = replica;

insert into startide.lane (source, name, name_digest, epoch, next_position)
values
  ('shop', 'members', gen_random_uuid(), 1, 3 * %1$d + %2$d + 1),
  ('shop', 'sales', gen_random_uuid(), 1, 1);

insert into startide.load_cursor (lane, position, loaded)
values (1, 3 * %1$d + %2$d, 3 * %1$d + %2$d), (2, 0, 0);

insert into startide.lane_volume (lane, volume, first_position) values (1, 1, 1), (2, 1, 1);

insert into raw.event (lane, position, volume, arrived_at, content_type, payload, admission)
select 1, position, 1, '2026-04-01', 'application/json', convert_to('{"type":"customer_changed","no":' || position || '}', 'UTF8'), 0
from generate_series(1, 3 * %1$d + %2$d) as position;

insert into norm.customer
  (customer_id, city, phone, changed_at, _is_inferred, _is_deleted, _changed_at, _change_sequence, _change_id, _lane, _position)
select
  'c' || c, 'city ' || (c + 3) %% 500, 'phone ' || c, '2026-03-01', false, false, '2026-03-01', 0, gen_random_uuid(), 1, 3 * c
from generate_series(1, %1$d) as c;

insert into norm.customer__change
  (customer_id, city, phone, changed_at, _is_deleted, _changed_at, _change_sequence, _change_id, _lane, _position)
select
  'c' || c, 'city ' || (c + v) %% 500, 'phone ' || c, moved.at, false, moved.at, 0, gen_random_uuid(), 1, 3 * c - 3 + v
from generate_series(1, %1$d) as c
cross join (values (1, timestamptz '2026-01-10'), (2, '2026-02-01'), (3, '2026-03-01')) as moved (v, at);

insert into star.customer
  (customer_key, customer_durable_key, customer_id, city, phone, version, valid_from, valid_to, is_current, is_inferred)
select
  4 * c - 3 + v, 4 * c - 3, 'c' || c, 'city ' || (c + v) %% 500, 'phone ' || c, v, moved.since, moved.until, v = 3, false
from generate_series(1, %1$d) as c
cross join (values
  (1, timestamptz '1900-01-01', timestamptz '2026-02-01'),
  (2, '2026-02-01', '2026-03-01'),
  (3, '2026-03-01', '9999-12-31')
) as moved (v, since, until);

insert into norm.product
  (product_id, category, listed_at, _is_inferred, _is_deleted, _changed_at, _change_sequence, _change_id, _lane, _position)
select
  'p' || p, 'category ' || p %% 50, '2026-01-01', false, false, '2026-01-01', 0, gen_random_uuid(), 1, 3 * %1$d + p
from generate_series(1, %2$d) as p;

insert into norm.product__change
  (product_id, category, listed_at, _is_deleted, _changed_at, _change_sequence, _change_id, _lane, _position)
select
  'p' || p, 'category ' || p %% 50, '2026-01-01', false, '2026-01-01', 0, gen_random_uuid(), 1, 3 * %1$d + p
from generate_series(1, %2$d) as p;

insert into star.product
  (product_key, product_durable_key, product_id, category, version, valid_from, valid_to, is_current, is_inferred)
select 2 * p, 2 * p - 1, 'p' || p, 'category ' || p %% 50, 1, '1900-01-01', '9999-12-31', true, false
from generate_series(1, %2$d) as p;
