-- Counts events of lanes otherwise than before; how many there are stays the same.

update startide.load_cursor as cursor
set loaded = cursor.loaded + more.loaded,
    quarantined = cursor.quarantined + more.quarantined,
    ignored = cursor.ignored + more.ignored
from (
  select lane, sum(loaded) as loaded, sum(quarantined) as quarantined, sum(ignored) as ignored
  from unnest(?::integer[], ?::bigint[], ?::bigint[], ?::bigint[]) as each (lane, loaded, quarantined, ignored)
  group by lane
) as more
where cursor.lane = more.lane
