-- Keeps what was decided about the events of an action.

insert into raw.amendment (lane, position, action, kind, content_type, payload)
select asked.lane, asked.position, asked.action, ?, ?, ?
from startide.quarantine_action_event as asked
join unnest(?::integer[], ?::bigint[]) as event (lane, position)
  on event.lane = asked.lane
  and event.position = asked.position
where asked.action = ?
on conflict do nothing
