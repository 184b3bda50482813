-- Cursors that stand beyond the last event of their lane, or before its first one.

select
  case when lane.id is null then 'is of no lane' else 'stands beyond the events of its lane' end as problem,
  cursor.lane,
  cursor.position,
  lane.next_position - 1 as given
from startide.load_cursor as cursor
left join startide.lane on lane.id = cursor.lane
where lane.id is null
  or cursor.position not between 0 and lane.next_position - 1
