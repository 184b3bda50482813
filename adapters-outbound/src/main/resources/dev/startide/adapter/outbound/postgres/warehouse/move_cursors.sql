-- Moves cursors on, each only if it stands where the batch believes it to stand.

update startide.load_cursor as cursor
set position = moved.up_to,
    loaded = cursor.loaded + moved.loaded,
    quarantined = cursor.quarantined + moved.quarantined,
    ignored = cursor.ignored + moved.ignored,
    moved_at = now()
from unnest(?::integer[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
  as moved (lane, after, up_to, loaded, quarantined, ignored)
where cursor.lane = moved.lane
  and cursor.position = moved.after
