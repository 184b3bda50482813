-- Whether the server takes writes, whether its archive works, how old its oldest transaction id is, and who sleeps in a
-- transaction; and whether we may see how far those that follow are behind.

select
  pg_catalog.pg_is_in_recovery() as in_recovery,
  pg_catalog.current_setting('archive_mode') as archive_mode,
  exists (
    select 1
    from pg_catalog.pg_stat_archiver
    where last_failed_time > coalesce(last_archived_time, '-infinity')
      and pg_catalog.current_setting('archive_mode') <> 'off'
  ) as archive_fails,
  (select max(age(datfrozenxid)) from pg_catalog.pg_database) as transaction_age,
  (
    select count(*)
    from pg_catalog.pg_stat_activity
    where state like 'idle in transaction%'
      and state_change < now() - interval '5 minutes'
  ) as sleepers,
  (select count(*) from pg_catalog.pg_stat_replication) as followers,
  pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'usage') as sees_followers
