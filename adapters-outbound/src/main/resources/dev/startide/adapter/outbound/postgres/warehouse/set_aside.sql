-- Sets events aside; one that was set aside before has had another attempt.

insert into startide.quarantine as before
  (lane, position, source, stage, reason, message, event_type, model_version)
select
  failed.lane,
  failed.position,
  failed.source,
  failed.stage,
  failed.reason,
  failed.message,
  failed.event_type,
  coalesce((select max(version) from startide.applied_model), 0)
from unnest(?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
  as failed (lane, position, source, stage, reason, message, event_type)
order by failed.lane, failed.position
on conflict (lane, position) do update
set stage = excluded.stage,
    reason = excluded.reason,
    message = excluded.message,
    event_type = excluded.event_type,
    model_version = excluded.model_version,
    attempts = before.attempts + 1,
    quarantined_at = now()
