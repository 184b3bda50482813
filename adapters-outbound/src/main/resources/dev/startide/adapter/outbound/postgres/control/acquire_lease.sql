-- Takes the lease if it is free or taken by force, or prolongs it for its holder. It is free, too, when the session by which
-- it was taken is gone. Asks the clock after the row is locked: a write that is on its way may hold the row for long.

with locked as materialized (
  select ctid as place
  from startide.loader_lease
  for update
)

update startide.loader_lease as lease
set holder = ?,
    session = ?,
    epoch = case
      when lease.holder = ? and lease.expires_at > clock_timestamp() then lease.epoch
      else lease.epoch + 1
    end,
    expires_at = clock_timestamp() + ?::interval
from locked
where lease.ctid = locked.place
  and case
    when lease.holder = ? or lease.expires_at <= clock_timestamp() or ? then true
    when lease.session = 0 then false
    else not exists (
      select
      from pg_locks as held
      where held.locktype = 'advisory'
        and held.database = (select oid from pg_database where datname = current_database())
        and held.classid::bigint = lease.session >> 32
        and held.objid::bigint = lease.session & 4294967295
        and held.objsubid = 1
    )
  end
returning epoch, generation
