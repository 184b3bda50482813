-- The primary keys (p) and foreign keys (f) of the warehouse's tables, with their columns in order.

select
  namespace.nspname as schema_name,
  relation.relname as table_name,
  constraint_.contype as kind,
  array(
    select attribute.attname::text
    from unnest(constraint_.conkey) with ordinality as part (number, place)
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = constraint_.conrelid
      and attribute.attnum = part.number
    order by part.place
  ) as columns,
  target_namespace.nspname as target_schema,
  target.relname as target_table,
  array(
    select attribute.attname::text
    from unnest(constraint_.confkey) with ordinality as part (number, place)
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = constraint_.confrelid
      and attribute.attnum = part.number
    order by part.place
  ) as target_columns,
  pg_catalog.pg_get_constraintdef(constraint_.oid) not ilike '%not enforced%' as is_enforced,
  constraint_.convalidated as is_checked
from pg_catalog.pg_constraint as constraint_
join pg_catalog.pg_class as relation on relation.oid = constraint_.conrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
left join pg_catalog.pg_class as target on target.oid = constraint_.confrelid
left join pg_catalog.pg_namespace as target_namespace on target_namespace.oid = target.relnamespace
where namespace.nspname in ('norm', 'star')
  and constraint_.contype in ('p', 'f')
order by namespace.nspname, relation.relname, constraint_.oid
