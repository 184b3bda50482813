-- Profit by year and region of the customer at the order, when goods cost six tenths of the list
-- price that held at the order.

select ordered.year,
       customer.region,
       sum(line_item.revenue - 0.6 * line_item.quantity * part.retail_price) as profit
from star.line_item
join star.date as ordered on ordered.date_key = line_item.ordered_key
join star.customer on customer.customer_key = line_item.customer_key
join star.part on part.part_key = line_item.part_key
group by ordered.year, customer.region
order by ordered.year, customer.region
