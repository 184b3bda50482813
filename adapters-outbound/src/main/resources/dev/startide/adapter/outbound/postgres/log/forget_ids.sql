-- Forgets ids whose window is over, a bounded number at once and none that is being written.

delete from raw.event_id
where (source, id) in (
  select source, id
  from raw.event_id
  where expires_at <= now()
  order by source, id
  limit ?
  for update skip locked
)
