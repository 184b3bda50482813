-- Lanes that do not hold, in each volume that is still there, exactly the positions that it was given.

with given as (
  select
    piece.lane,
    piece.volume,
    piece.first_position as first_given,
    coalesce(
      lead(piece.first_position) over (partition by piece.lane order by piece.volume),
      lane.next_position
    ) - 1 as last_given
  from startide.lane_volume as piece
  left join startide.lane on lane.id = piece.lane
  union all
  select lane.id, 0, 1, lane.next_position - 1
  from startide.lane
  where lane.next_position > 1
    and not exists (select 1 from startide.lane_volume as piece where piece.lane = lane.id)
),

held as (
  select lane, volume, count(*) as events, min(position) as first_held, max(position) as last_held
  from raw.event
  group by lane, volume
)

select
  'holds other events than it gave positions to' as problem,
  coalesce(given.lane, held.lane) as lane,
  coalesce(given.volume, held.volume) as volume,
  coalesce(given.last_given - given.first_given + 1, 0) as given,
  coalesce(held.events, 0) as held,
  (
    select min(position.missing)
    from (
      select given.first_given as missing
      where given.first_given <= given.last_given
      union all
      select event.position + 1
      from raw.event
      where event.volume = given.volume
        and event.lane = given.lane
        and event.position < given.last_given
    ) as position
    where not exists (
      select 1
      from raw.event
      where event.volume = given.volume
        and event.lane = given.lane
        and event.position = position.missing
    )
  ) as first_missing
from given
full join held
  on held.lane = given.lane
  and held.volume = given.volume
where coalesce(given.last_given - given.first_given + 1, 0) <> coalesce(held.events, 0)
  or held.first_held <> given.first_given
  or held.last_held <> given.last_given
