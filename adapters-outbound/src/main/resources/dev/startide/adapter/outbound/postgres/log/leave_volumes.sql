-- Has every lane that still writes to a volume, or to an older one, write to the last one from now on. Whoever appends to such
-- a lane just now is waited for; afterwards nobody writes to these volumes any more.

with newest as (
  select max(number) as volume
  from startide.log_volume
),

moved as (
  update startide.lane
  set volume = newest.volume
  from newest
  where lane.volume <= ?
  returning lane.id, newest.volume, lane.next_position
)

insert into startide.lane_volume (lane, volume, first_position)
select id, volume, next_position
from moved
order by id
on conflict (lane, volume) do nothing
