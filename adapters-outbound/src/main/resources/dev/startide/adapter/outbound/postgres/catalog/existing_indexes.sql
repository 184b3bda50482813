-- The plain and unique indexes of the warehouse's tables over columns alone, without those of primary keys.

select
  namespace.nspname as schema_name,
  relation.relname as table_name,
  index_.indisunique as is_unique,
  array(
    select attribute.attname::text
    from unnest(index_.indkey::smallint[]) with ordinality as part (number, place)
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = index_.indrelid
      and attribute.attnum = part.number
    where part.place <= index_.indnkeyatts
    order by part.place
  ) as columns
from pg_catalog.pg_index as index_
join pg_catalog.pg_class as relation on relation.oid = index_.indrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
where namespace.nspname in ('norm', 'star')
  and index_.indisvalid
  and not index_.indisprimary
  and index_.indpred is null
  and index_.indexprs is null
order by namespace.nspname, relation.relname, index_.indexrelid
