-- What checks each foreign key of live tables that is enforced for new rows, but was not checked for those that were there.

select format('alter table %I.%I validate constraint %I', namespace.nspname, relation.relname, key.conname)
from pg_catalog.pg_constraint as key
join pg_catalog.pg_class as relation on relation.oid = key.conrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
where namespace.nspname in ('norm', 'star')
  and key.contype = 'f'
  and not key.convalidated
  and pg_catalog.pg_get_constraintdef(key.oid) not ilike '%not enforced%'
order by namespace.nspname, relation.relname, key.oid
