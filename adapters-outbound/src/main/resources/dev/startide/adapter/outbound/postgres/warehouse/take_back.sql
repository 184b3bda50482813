-- Takes events out of the quarantine.

delete from startide.quarantine as before
using unnest(?::integer[], ?::bigint[]) as event (lane, position)
where before.lane = event.lane
  and before.position = event.position
