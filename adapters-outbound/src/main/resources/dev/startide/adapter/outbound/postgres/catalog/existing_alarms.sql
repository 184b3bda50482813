-- What was said of alarms when their triggers were made. An alarm of which a trigger is missing or off is none.

select
  namespace.nspname as schema_name,
  relation.relname as table_name,
  array_remove(string_to_array(encode((array_agg(trigger_.tgargs))[1], 'escape'), '\000'), '') as arguments
from pg_catalog.pg_trigger as trigger_
join pg_catalog.pg_class as relation on relation.oid = trigger_.tgrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
where namespace.nspname = 'star'
  and trigger_.tgname in ('startide_versions_insert', 'startide_versions_update', 'startide_versions_delete')
  and trigger_.tgenabled = 'O'
  and trigger_.tgdeferrable
group by namespace.nspname, relation.relname
having count(*) = 3
order by namespace.nspname, relation.relname
