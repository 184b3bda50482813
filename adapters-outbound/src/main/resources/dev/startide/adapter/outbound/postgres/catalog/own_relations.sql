-- The tables and views of a schema that belong to the current user.

select relation.relname
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_roles as owner on owner.oid = relation.relowner
where schema.nspname = ?
  and owner.rolname = current_user
  and relation.relkind in ('r', 'p', 'v')
order by relation.relname
