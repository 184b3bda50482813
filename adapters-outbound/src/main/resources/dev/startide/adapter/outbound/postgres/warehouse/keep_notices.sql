-- Keeps notices of events that this transaction has set aside.

insert into startide.quarantine_notice (lane, position, source, stage, reason, message, event_type, attempts)
select held.lane, held.position, held.source, held.stage, held.reason, held.message, held.event_type, held.attempts
from startide.quarantine as held
join unnest(?::integer[], ?::bigint[]) as event (lane, position)
  on event.lane = held.lane
  and event.position = held.position
order by held.lane, held.position
