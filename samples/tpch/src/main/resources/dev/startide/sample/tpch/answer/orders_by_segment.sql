-- Orders and their worth by the segment in which the customer was at the order.

select customer.segment,
       count(*) as orders,
       sum(orders.total_price) as total_price
from star.orders
join star.customer on customer.customer_key = orders.customer_key
group by customer.segment
order by customer.segment
