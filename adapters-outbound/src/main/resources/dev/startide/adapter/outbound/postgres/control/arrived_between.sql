-- The smallest part of each lane that holds all events that arrived in a time and that were loaded.

select event.lane, min(event.position), max(event.position)
from raw.event
join startide.load_cursor as cursor
  on cursor.lane = event.lane
  and event.position <= cursor.position
where event.arrived_at >= ?
  and event.arrived_at < ?
group by event.lane
order by event.lane
