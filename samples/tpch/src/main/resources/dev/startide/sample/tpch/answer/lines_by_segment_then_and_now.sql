-- Lines by the segment in which the customer was at the order and is today.

select customer_then.segment as segment_then,
       customer_now.segment as segment_now,
       count(*) as lines
from star.line_item
join star.customer as customer_then on customer_then.customer_key = line_item.customer_key
join star.customer as customer_now
  on customer_now.customer_durable_key = line_item.customer_durable_key
  and customer_now.is_current
group by customer_then.segment, customer_now.segment
order by customer_then.segment, customer_now.segment
