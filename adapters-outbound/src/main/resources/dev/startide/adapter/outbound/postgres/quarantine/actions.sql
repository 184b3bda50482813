-- Actions with what became of their events: one of them, or the latest.

select
  action.id,
  action.name,
  action.by_whom,
  action.at,
  action.why,
  action.about,
  counted.waiting,
  counted.loaded,
  counted.quarantined,
  counted.ignored
from startide.quarantine_action as action
cross join lateral (
  select
    count(*) filter (where outcome = 'WAITING') as waiting,
    count(*) filter (where outcome = 'LOADED') as loaded,
    count(*) filter (where outcome = 'QUARANTINED') as quarantined,
    count(*) filter (where outcome = 'IGNORED') as ignored
  from startide.quarantine_action_event as asked
  where asked.action = action.id
) as counted
where ?::bigint is null or action.id = ?
order by action.id desc
limit ?
