-- Notes that a source is paused under the model that was applied last.

insert into startide.paused_source as known (source, reason, message, model_version)
values (?, ?, ?, coalesce((select max(version) from startide.applied_model), 0))
on conflict (source) do update
set reason = excluded.reason,
    message = excluded.message,
    model_version = excluded.model_version,
    paused_at = now(),
    resumed_at = null
