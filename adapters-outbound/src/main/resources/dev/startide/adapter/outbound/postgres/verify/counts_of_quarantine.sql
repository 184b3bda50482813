-- Lanes whose count of quarantined events is not the number of rows in the quarantine.

with held as (
  select lane, count(*) as events
  from startide.quarantine
  group by lane
)

select
  'counts other quarantined events than the quarantine holds' as problem,
  coalesce(cursor.lane, held.lane) as lane,
  coalesce(cursor.quarantined, 0) as counted,
  coalesce(held.events, 0) as held
from startide.load_cursor as cursor
full join held on held.lane = cursor.lane
where coalesce(cursor.quarantined, 0) <> coalesce(held.events, 0)
