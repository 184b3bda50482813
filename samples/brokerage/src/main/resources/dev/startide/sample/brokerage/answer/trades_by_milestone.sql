-- Trades by status and by how far they came, with the seconds they waited on the way. A trade that
-- was opened again has come less far than before.

select status,
       milestone,
       count(*) as trades,
       coalesce(sum(placed_at_to_submitted_at), 0) as seconds_until_submitted,
       coalesce(sum(submitted_at_to_closed_at), 0) as seconds_until_closed
from star.trade
group by status, milestone
order by status collate "C", milestone collate "C"
