-- What is noted of sources under the model that was applied last.

select source, reason, message, paused_at, resumed_at
from startide.paused_source
where model_version = coalesce((select max(version) from startide.applied_model), 0)
order by source
