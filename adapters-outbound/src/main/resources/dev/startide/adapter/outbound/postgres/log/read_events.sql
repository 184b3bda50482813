-- Events of some lanes, each lane from one position to another, in the order of lanes and positions. Looks into those volumes
-- alone that hold such positions: "offset 0" keeps the planner from joining the volumes as a whole.

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
join startide.lane_volume as held
  on held.lane = wanted.lane
  and held.first_position <= wanted.last
  and held.volume >= (
    select coalesce(max(before.volume), 0)
    from startide.lane_volume as before
    where before.lane = wanted.lane
      and before.first_position <= wanted.first
  )
cross join lateral (
  select *
  from raw.event
  where event.volume = held.volume
    and event.lane = wanted.lane
    and event.position between wanted.first and wanted.last
  offset 0
) as event
order by event.lane, event.position
