-- Orders by year and priority, and how many of them say who took them: only the newer version of
-- the order event does.

select ordered.year,
       orders.priority,
       count(*) as orders,
       count(orders.clerk) as with_clerk
from star.orders
join star.date as ordered on ordered.date_key = orders.ordered_key
group by ordered.year, orders.priority
order by ordered.year, orders.priority
