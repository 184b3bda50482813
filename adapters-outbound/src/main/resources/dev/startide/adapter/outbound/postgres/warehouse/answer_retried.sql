-- Tells those who have asked to try events again what became of them.

update startide.quarantine_action_event as asked
set outcome = answer.outcome,
    answered_at = now()
from unnest(?::integer[], ?::bigint[], ?::text[]) as answer (lane, position, outcome)
where asked.lane = answer.lane
  and asked.position = answer.position
  and asked.outcome = 'WAITING'
