-- The latest amendments of events of some lanes, each lane from one position to another.

select distinct on (made.lane, made.position) made.lane, made.position, made.kind, made.content_type, made.payload
from unnest(?::integer[], ?::bigint[], ?::bigint[]) as part (lane, first, last)
cross join lateral (
  select *
  from raw.amendment
  where amendment.lane = part.lane
    and amendment.position between part.first and part.last
) as made
order by made.lane, made.position, made.action desc
