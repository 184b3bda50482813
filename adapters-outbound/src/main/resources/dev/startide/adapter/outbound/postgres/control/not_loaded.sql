-- What became of events that were not loaded: no rule for those in the quarantine.

select event.lane, event.position, run.rule
from unnest(?::integer[], ?::bigint[]) as event (lane, position)
left join startide.quarantine as quarantine
  on quarantine.lane = event.lane
  and quarantine.position = event.position
left join lateral (
  select before.rule, before.last
  from startide.ignored_run as before
  where before.lane = event.lane
    and before.first <= event.position
  order by before.first desc
  limit 1
) as run on run.last >= event.position
where quarantine.lane is not null
  or run.rule is not null
