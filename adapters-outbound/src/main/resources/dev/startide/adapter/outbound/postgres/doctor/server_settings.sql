-- Settings of the server as new sessions of this user in this database find them; what our sessions change does not count.

select name, reset_val
from pg_catalog.pg_settings
where name in (
  'autovacuum',
  'data_checksums',
  'default_transaction_read_only',
  'fsync',
  'full_page_writes',
  'max_connections',
  'reserved_connections',
  'server_encoding',
  'server_version_num',
  'superuser_reserved_connections',
  'synchronous_commit',
  'TimeZone',
  'transaction_timeout'
)
