-- Adds to the counts of events that rules have set aside.

insert into startide.ignored_by_rule as counted (lane, rule, events)
select lane, rule, events
from unnest(?::integer[], ?::text[], ?::bigint[]) as more (lane, rule, events)
order by lane, rule
on conflict (lane, rule) do update
set events = counted.events + excluded.events
