-- Remembers ids that are new or whose window is over. Counts fewer than were given if another
-- transaction remembered one of them meanwhile. Sorted, so that two of these never wait for each other.

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
