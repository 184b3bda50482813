-- Revenue with suppliers in America, by year and by the brand a part had when it was ordered.
--
-- Requires: the manufacturer of a part keeps no history: all versions show today's.

select ordered.year,
       part.brand,
       sum(line_item.revenue) as revenue
from star.line_item
join star.date as ordered on ordered.date_key = line_item.ordered_key
join star.part on part.part_key = line_item.part_key
join star.supplier on supplier.supplier_key = line_item.supplier_key
where supplier.region = 'AMERICA'
  and part.manufacturer = 'Manufacturer#1'
group by ordered.year, part.brand
order by ordered.year, part.brand
