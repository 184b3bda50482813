-- Quarantined events that the load has not come to yet.

select
  'is in the quarantine although the load has not come to it' as problem,
  quarantine.lane,
  quarantine.position
from startide.quarantine
left join startide.load_cursor as cursor on cursor.lane = quarantine.lane
where quarantine.position > coalesce(cursor.position, 0)
