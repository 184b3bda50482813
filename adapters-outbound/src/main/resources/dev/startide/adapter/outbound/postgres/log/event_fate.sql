-- A lane, what it holds, how far it is loaded, and the quarantine's row of one of its positions, if it has one.

select
  lane.source,
  lane.name,
  lane.next_position,
  coalesce(
    (select min(held.first_position) from startide.lane_volume as held where held.lane = lane.id),
    1
  ) as first_position,
  coalesce(cursor.position, 0) as loaded_up_to,
  quarantine.stage,
  quarantine.reason,
  quarantine.message,
  quarantine.attempts,
  quarantine.quarantined_at
from startide.lane
left join startide.load_cursor as cursor on cursor.lane = lane.id
left join startide.quarantine on quarantine.lane = lane.id and quarantine.position = ?
where lane.id = ?
