-- Events of some lanes, each lane from one position to another, in the order of lanes and positions.

select
  event.lane,
  event.position,
  event.event_id,
  event.arrived_at,
  event.content_type,
  event.schema_id,
  event.headers,
  event.payload,
  event.admission
from unnest(?::integer[], ?::bigint[], ?::bigint[]) as wanted (lane, first, last)
cross join lateral (
  select *
  from raw.event
  where event.lane = wanted.lane
    and event.position between wanted.first and wanted.last
) as event
order by event.lane, event.position
