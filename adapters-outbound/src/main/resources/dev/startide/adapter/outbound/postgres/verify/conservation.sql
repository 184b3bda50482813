-- Lanes whose loaded events are not each loaded, quarantined or ignored.

select
  'does not account for every event up to its position' as problem,
  lane,
  position,
  loaded,
  quarantined,
  ignored
from startide.load_cursor
where position <> loaded + quarantined + ignored
  or least(loaded, quarantined, ignored) < 0
