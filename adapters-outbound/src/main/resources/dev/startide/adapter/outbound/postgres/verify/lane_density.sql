-- Lanes that do not hold exactly the positions from 1 to the last one that was given out.

with held as (
  select lane, count(*) as events, min(position) as first_held, max(position) as last_held
  from raw.event
  group by lane
)

select
  'holds other events than it gave positions to' as problem,
  coalesce(lane.id, held.lane) as lane,
  coalesce(lane.next_position - 1, 0) as given,
  coalesce(held.events, 0) as held,
  (
    select min(position.missing)
    from (
      select 1 as missing
      union all
      select event.position + 1
      from raw.event
      where event.lane = coalesce(lane.id, held.lane)
        and event.position < coalesce(lane.next_position - 1, 0)
    ) as position
    where not exists (
      select 1
      from raw.event
      where event.lane = coalesce(lane.id, held.lane)
        and event.position = position.missing
    )
  ) as first_missing
from startide.lane
full join held on held.lane = lane.id
where coalesce(lane.next_position - 1, 0) <> coalesce(held.events, 0)
  or held.first_held <> 1
  or held.last_held <> lane.next_position - 1
