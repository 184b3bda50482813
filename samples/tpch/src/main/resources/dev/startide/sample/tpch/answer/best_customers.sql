-- The twenty customers with the largest revenue, over all their versions.

select customer.customer_id,
       sum(line_item.revenue) as revenue
from star.line_item
join star.customer on customer.customer_key = line_item.customer_key
group by customer.customer_id
order by revenue desc, customer.customer_id
limit 20
