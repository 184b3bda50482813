-- How many bytes of write-ahead log the slowest follower has not applied yet.
select coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), follower.replay_lsn)), 0)::bigint
from pg_stat_replication follower
where follower.state in ('streaming', 'catchup')
  and not pg_is_in_recovery()
