-- Lets lanes take part that came since. What the raw log does not hold any more counts as ignored, by a rule of that name.

with lanes as (
  select
    cursor.lane,
    coalesce(
      (select min(held.first_position) from startide.lane_volume as held where held.lane = cursor.lane),
      1
    ) - 1 as gone
  from startide.load_cursor as cursor
),

met as (
  insert into startide__rebuild.load_cursor (lane, position, ignored)
  select lane, gone, gone
  from lanes
  order by lane
  on conflict do nothing
  returning lane, position as gone
),

counted as (
  insert into startide__rebuild.ignored_by_rule (lane, rule, events)
  select lane, 'released', gone
  from met
  where gone > 0
)

insert into startide__rebuild.ignored_run (lane, first, last, rule)
select lane, 1, gone, 'released'
from met
where gone > 0
