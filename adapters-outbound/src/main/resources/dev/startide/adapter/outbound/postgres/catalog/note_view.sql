-- Notes how the model writes a view, and what the server made of it.

insert into startide.view_as_written (schema_name, view_name, written, kept)
select view_.schemaname, view_.viewname, ?, view_.definition
from pg_catalog.pg_views as view_
where view_.schemaname = ?
  and view_.viewname = ?
on conflict (schema_name, view_name) do update
set written = excluded.written,
    kept = excluded.kept
