-- Which of these ids are remembered, and the digests of their payloads.

select known.id, known.payload
from unnest(?::uuid[], ?::timestamptz[]) as asked (id, arrived_at)
join raw.event_id as known
  on known.source = ?
  and known.id = asked.id
  and known.expires_at > asked.arrived_at
