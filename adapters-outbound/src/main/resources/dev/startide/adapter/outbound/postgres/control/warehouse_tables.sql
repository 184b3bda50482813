-- The tables of the warehouse, without the platform's own.

select schemaname, tablename
from pg_catalog.pg_tables
where schemaname in ('norm', 'star')
order by schemaname, tablename
