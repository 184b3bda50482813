-- Takes the lease if it is free or taken by force, or prolongs it for its holder. Asks the clock after the row is locked: a
-- write that is on its way may hold the row for long.

with locked as materialized (
  select ctid as place
  from startide.loader_lease
  for update
)

update startide.loader_lease as lease
set holder = ?,
    epoch = case
      when lease.holder = ? and lease.expires_at > clock_timestamp() then lease.epoch
      else lease.epoch + 1
    end,
    expires_at = clock_timestamp() + ?::interval
from locked
where lease.ctid = locked.place
  and (lease.holder = ? or lease.expires_at <= clock_timestamp() or ?)
returning epoch, generation
