-- What was done with an event, the last first.

select action.id, action.name, action.by_whom, action.at, action.why, asked.outcome
from startide.quarantine_action_event as asked
join startide.quarantine_action as action on action.id = asked.action
where asked.lane = ?
  and asked.position = ?
order by action.id desc
limit ?
