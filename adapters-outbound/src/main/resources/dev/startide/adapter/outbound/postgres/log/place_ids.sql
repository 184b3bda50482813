-- Gives ids that this transaction has remembered the positions that their events got in the end.

update raw.event_id as known
set position = placed.position
from unnest(?::uuid[], ?::bigint[]) as placed (id, position)
where known.source = ?
  and known.id = placed.id
