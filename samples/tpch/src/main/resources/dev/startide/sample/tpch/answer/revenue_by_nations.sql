-- Revenue within Asia by nation of customer and supplier and by year, each as it was at the order.

select customer.nation as customer_nation,
       supplier.nation as supplier_nation,
       ordered.year,
       sum(line_item.revenue) as revenue
from star.line_item
join star.date as ordered on ordered.date_key = line_item.ordered_key
join star.customer on customer.customer_key = line_item.customer_key
join star.supplier on supplier.supplier_key = line_item.supplier_key
where customer.region = 'ASIA'
  and supplier.region = 'ASIA'
  and ordered.year < 1998
group by customer.nation, supplier.nation, ordered.year
order by customer.nation, supplier.nation, ordered.year
