-- The views that the platform made and nobody changed since, as the model wrote them.

select noted.written
from startide.view_as_written as noted
join pg_catalog.pg_views as view_
  on view_.schemaname = noted.schema_name
  and view_.viewname = noted.view_name
where view_.definition = noted.kept
order by noted.schema_name, noted.view_name
