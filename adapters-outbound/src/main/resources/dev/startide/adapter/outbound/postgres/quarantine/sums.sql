-- How many events of the quarantine fit a filter, by source and reason. An empty list fits everything.

select source, reason, count(*)
from startide.quarantine
where (lane, position) > (?, ?)
  and (cardinality(?::text[]) = 0 or reason = any (?::text[]))
  and (cardinality(?::text[]) = 0 or source = any (?::text[]))
  and (cardinality(?::text[]) = 0 or event_type = any (?::text[]))
  and (cardinality(?::integer[]) = 0 or lane = any (?::integer[]))
  and (cardinality(?::integer[]) = 0 or (lane, position) in (select * from unnest(?::integer[], ?::bigint[])))
  and quarantined_at >= ?
  and quarantined_at < ?
group by source, reason
order by source, reason
