-- Members, versions and current versions of each dimension. Who closed has no current version;
-- brokers are flagged, so they have. Special members and members that nobody told of are left out.

select 'account' as dimension,
       count(distinct account_durable_key) as members,
       count(*) as versions,
       count(*) filter (where is_current) as current_versions
from star.account
where account_id is not null and not is_inferred
union all
select 'broker', count(distinct broker_durable_key), count(*), count(*) filter (where is_current)
from star.broker
where broker_id is not null and not is_inferred
union all
select 'customer', count(distinct customer_durable_key), count(*), count(*) filter (where is_current)
from star.customer
where customer_id is not null and not is_inferred
union all
select 'security', count(distinct security_durable_key), count(*), count(*) filter (where is_current)
from star.security
where symbol is not null and not is_inferred
order by dimension
