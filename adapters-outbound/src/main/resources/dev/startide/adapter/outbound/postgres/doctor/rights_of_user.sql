-- What the user of this session may do, and whether the role of the readers exists.

select
  current_user as user_name,
  current_database() as database_name,
  pg_catalog.has_database_privilege(current_database(), 'create') as may_create,
  role.rolsuper as is_superuser,
  role.rolsuper or role.rolcreaterole as may_create_roles,
  exists (select 1 from pg_catalog.pg_roles where rolname = ?) as reader_exists
from pg_catalog.pg_roles as role
where role.rolname = current_user
