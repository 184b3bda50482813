-- How large the payloads of some lanes are, each lane from one position to another; fetches none of them. Looks into those
-- volumes alone that hold such positions, as read_events.sql does.

select event.lane, octet_length(event.payload)
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
