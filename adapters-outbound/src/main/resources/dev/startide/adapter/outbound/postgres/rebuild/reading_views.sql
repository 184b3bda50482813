-- Views and materialized views that read one of some tables, with what makes them, in the order of their names.

select distinct
  namespace.nspname as schema_name,
  view_.relname as view_name,
  view_.relkind = 'm' as is_materialized,
  pg_catalog.pg_get_viewdef(view_.oid) as definition,
  noted.written
from pg_catalog.pg_depend as dependency
join pg_catalog.pg_rewrite as rule on rule.oid = dependency.objid
join pg_catalog.pg_class as view_ on view_.oid = rule.ev_class
join pg_catalog.pg_namespace as namespace on namespace.oid = view_.relnamespace
left join startide.view_as_written as noted
  on noted.schema_name = namespace.nspname
  and noted.view_name = view_.relname
where dependency.classid = 'pg_catalog.pg_rewrite'::regclass
  and dependency.refclassid = 'pg_catalog.pg_class'::regclass
  and dependency.refobjid = any (?::regclass[]::oid[])
  and view_.relkind in ('v', 'm')
order by schema_name, view_name
