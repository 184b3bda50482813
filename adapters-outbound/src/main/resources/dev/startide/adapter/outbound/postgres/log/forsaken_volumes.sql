-- Tables of volumes that were let go: whether each is still a part of raw.event, and whether taking it out was begun.

select
  class.oid::regclass::text as table_name,
  inherits.inhrelid is not null as is_attached,
  coalesce(inherits.inhdetachpending, false) as is_leaving
from pg_catalog.pg_class as class
left join pg_catalog.pg_inherits as inherits
  on inherits.inhrelid = class.oid
  and inherits.inhparent = 'raw.event'::regclass
where class.relnamespace = 'raw'::regnamespace
  and class.relkind = 'r'
  and class.relname ~ '^event_v[0-9]+$'
  and substring(class.relname from 8)::integer < (select min(number) from startide.log_volume)
order by class.oid
