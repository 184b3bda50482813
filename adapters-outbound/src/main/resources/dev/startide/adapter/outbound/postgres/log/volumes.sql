-- The volumes of the raw log, the oldest first, with what still needs each.

with piece as (
  select
    held.lane,
    held.volume,
    held.first_position,
    coalesce(
      lead(held.first_position) over (partition by held.lane order by held.volume),
      lane.next_position
    ) - 1 as last_position
  from startide.lane_volume as held
  join startide.lane on lane.id = held.lane
)

select
  volume.number,
  extract(epoch from clock_timestamp() - volume.begun_at) as written_seconds,
  extract(epoch from clock_timestamp() - lead(volume.begun_at) over (order by volume.number)) as closed_seconds,
  coalesce(pg_catalog.pg_total_relation_size(pg_catalog.to_regclass('raw.event_v' || volume.number)), 0) as bytes,
  exists (
    select 1
    from piece
    left join startide.load_cursor as cursor on cursor.lane = piece.lane
    where piece.volume = volume.number
      and piece.last_position >= piece.first_position
      and coalesce(cursor.position, 0) < piece.last_position
  ) as is_unloaded,
  exists (
    select 1
    from piece
    join startide.quarantine
      on quarantine.lane = piece.lane
      and quarantine.position between piece.first_position and piece.last_position
    where piece.volume = volume.number
  ) as is_quarantined,
  exists (select 1 from startide.rebuild) as is_rebuilt
from startide.log_volume as volume
order by volume.number
