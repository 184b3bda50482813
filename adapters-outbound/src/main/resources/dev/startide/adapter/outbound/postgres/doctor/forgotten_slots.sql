-- Replication slots that nobody reads.

select
  slot_name,
  coalesce(
    pg_catalog.pg_size_pretty(
      pg_catalog.pg_wal_lsn_diff(
        case when pg_catalog.pg_is_in_recovery() then pg_catalog.pg_last_wal_receive_lsn() else pg_catalog.pg_current_wal_lsn() end,
        restart_lsn
      )
    ),
    'an unknown amount'
  ) as kept
from pg_catalog.pg_replication_slots
where not active
  and not temporary
order by slot_name
