-- How many customers have one version, two versions and so on.

with versions_of_customer as (
  select customer_durable_key, count(*) as versions
  from star.customer
  where customer_id > 0
  group by customer_durable_key
)

select versions, count(*) as customers
from versions_of_customer
group by versions
order by versions
