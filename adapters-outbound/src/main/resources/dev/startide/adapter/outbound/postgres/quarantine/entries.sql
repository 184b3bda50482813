-- The next events of the quarantine that fit a filter, in the order of lanes and positions. An empty list fits everything.

select
  lane,
  position,
  source,
  stage,
  reason,
  message,
  event_type,
  model_version,
  attempts,
  quarantined_at
from startide.quarantine
where (lane, position) > (?, ?)
  and (cardinality(?::text[]) = 0 or reason = any (?::text[]))
  and (cardinality(?::text[]) = 0 or source = any (?::text[]))
  and (cardinality(?::text[]) = 0 or event_type = any (?::text[]))
  and (cardinality(?::integer[]) = 0 or lane = any (?::integer[]))
  and (cardinality(?::integer[]) = 0 or (lane, position) in (select * from unnest(?::integer[], ?::bigint[])))
  and quarantined_at >= ?
  and quarantined_at < ?
order by lane, position
limit ?
