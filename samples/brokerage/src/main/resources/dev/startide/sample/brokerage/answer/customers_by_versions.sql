-- How many customers have one version, two, and so on.

select versions, count(*) as customers
from (
  select customer_durable_key, count(*) as versions
  from star.customer
  where customer_id is not null
  group by customer_durable_key
) as member
group by versions
order by versions
