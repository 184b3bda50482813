-- Makes an action be about events of the quarantine. An event that has just left it is left out, and one that is at hand
-- already stays.

insert into startide.quarantine_action_event (action, lane, position)
select ?, event.lane, event.position
from unnest(?::integer[], ?::bigint[]) as event (lane, position)
join startide.quarantine as held
  on held.lane = event.lane
  and held.position = event.position
order by event.lane, event.position
on conflict do nothing
