-- How large the database is, and where the server keeps it, if this session may know.

select
  pg_catalog.pg_size_pretty(pg_catalog.pg_database_size(current_database())) as size,
  (select setting from pg_catalog.pg_settings where name = 'data_directory') as data_directory,
  inet_server_addr() is null
    or inet_server_addr() = inet_client_addr()
    or host(inet_server_addr()) like '127.%'
    or host(inet_server_addr()) = '::1' as is_local
