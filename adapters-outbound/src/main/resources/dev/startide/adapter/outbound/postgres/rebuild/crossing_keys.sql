-- Foreign keys of tables in two schemas that lead out of both.

select
  namespace.nspname as schema_name,
  relation.relname as table_name,
  key.conname as key_name,
  pg_catalog.pg_get_constraintdef(key.oid) as definition
from pg_catalog.pg_constraint as key
join pg_catalog.pg_class as relation on relation.oid = key.conrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
join pg_catalog.pg_class as target on target.oid = key.confrelid
join pg_catalog.pg_namespace as elsewhere on elsewhere.oid = target.relnamespace
where key.contype = 'f'
  and key.conparentid = 0
  and namespace.nspname in (?, ?)
  and elsewhere.nspname not in (?, ?)
order by schema_name, table_name, key_name
