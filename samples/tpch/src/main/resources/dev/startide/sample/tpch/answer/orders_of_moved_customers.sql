-- Orders of customers who live in another nation today, by the nation from which they ordered.

select customer_then.nation,
       count(*) as orders,
       sum(orders.total_price) as total_price
from star.orders
join star.customer as customer_then on customer_then.customer_key = orders.customer_key
join star.customer as customer_now
  on customer_now.customer_durable_key = orders.customer_durable_key
  and customer_now.is_current
where customer_then.nation is distinct from customer_now.nation
group by customer_then.nation
order by customer_then.nation
