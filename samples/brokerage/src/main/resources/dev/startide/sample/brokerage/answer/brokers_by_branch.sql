-- Versions of brokers by the branch of today, the branch before that, and whether they were gone.

select branch,
       coalesce(previous_branch, 'null') as previous_branch,
       case when is_deleted then 'gone' else 'here' end as state,
       count(*) as versions
from star.broker
where broker_id is not null
group by branch, coalesce(previous_branch, 'null'), state
order by branch collate "C", coalesce(previous_branch, 'null') collate "C", state
