-- Remembers ids that are new or whose window is over, and says which it remembered: another transaction
-- may have been first with some. Sorted, so that two of these never wait for each other in a circle.

insert into raw.event_id as known (source, id, payload, lane, position, expires_at)
select ?, new.id, new.payload, ?, new.position, new.expires_at
from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[])
  as new (id, payload, position, expires_at)
order by new.id
on conflict (source, id) do update
set payload = excluded.payload,
    lane = excluded.lane,
    position = excluded.position,
    expires_at = excluded.expires_at
where known.expires_at <= excluded.expires_at - ?::interval
returning known.id
