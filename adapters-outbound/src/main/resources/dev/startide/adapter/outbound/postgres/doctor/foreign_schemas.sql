-- Schemas of these names that belong to somebody else, whose rights the user of this session does not have.

select
  namespace.nspname as schema_name,
  pg_catalog.pg_get_userbyid(namespace.nspowner) as owner
from pg_catalog.pg_namespace as namespace
where namespace.nspname = any (?)
  and not pg_catalog.pg_has_role(namespace.nspowner, 'usage')
order by namespace.nspname
