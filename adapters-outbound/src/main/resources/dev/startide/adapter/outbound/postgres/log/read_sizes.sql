-- How large the payloads of some lanes are, each lane from one position to another; fetches none of them.

select event.lane, octet_length(event.payload)
from unnest(?::integer[], ?::bigint[], ?::bigint[]) as wanted (lane, first, last)
cross join lateral (
  select *
  from raw.event
  where event.lane = wanted.lane
    and event.position between wanted.first and wanted.last
) as event
order by event.lane, event.position
