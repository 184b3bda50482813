-- All lanes: the position that the next event gets, and the first one that is still there, or will be.

select
  lane.id,
  lane.source,
  lane.next_position,
  coalesce(
    (select min(held.first_position) from startide.lane_volume as held where held.lane = lane.id),
    1
  ) as first_position
from startide.lane
order by lane.id
