-- How large the payloads of some events are, in the order of lanes and positions; events that are not there are left out.

select event.lane, event.position, octet_length(event.payload)
from unnest(?::integer[], ?::bigint[]) as wanted (lane, position)
join raw.event
  on event.lane = wanted.lane
  and event.position = wanted.position
order by event.lane, event.position
