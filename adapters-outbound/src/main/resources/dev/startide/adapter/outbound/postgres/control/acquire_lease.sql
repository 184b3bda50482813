-- Takes the lease if it is free, or prolongs it for its holder. Asks the clock after the row is locked.

update startide.loader_lease as lease
set holder = ?,
    epoch = case
      when lease.holder = ? and lease.expires_at > clock_timestamp() then lease.epoch
      else lease.epoch + 1
    end,
    expires_at = clock_timestamp() + ?::interval
where lease.holder = ?
   or lease.expires_at <= clock_timestamp()
returning epoch
