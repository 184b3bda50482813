-- Lanes whose count of ignored events is not the sum over the rules that ignored them.

with by_rule as (
  select lane, sum(events) as events
  from startide.ignored_by_rule
  group by lane
)

select
  'counts other ignored events than its rules do' as problem,
  coalesce(cursor.lane, by_rule.lane) as lane,
  coalesce(cursor.ignored, 0) as counted,
  coalesce(by_rule.events, 0) as by_rules
from startide.load_cursor as cursor
full join by_rule on by_rule.lane = cursor.lane
where coalesce(cursor.ignored, 0) <> coalesce(by_rule.events, 0)
