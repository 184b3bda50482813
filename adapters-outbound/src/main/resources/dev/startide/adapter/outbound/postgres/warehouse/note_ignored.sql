-- Notes which events rules have set aside.

insert into startide.ignored_run (lane, first, last, rule)
select lane, first, last, rule
from unnest(?::integer[], ?::bigint[], ?::bigint[], ?::text[]) as more (lane, first, last, rule)
order by lane, first
