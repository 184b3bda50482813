-- What discounts on large quantities cost in the sixth week of 1994, by ship mode.
--
-- Requires: weeks as ISO 8601 counts them.

select line_item.ship_mode,
       sum(line_item.extended_price * line_item.discount) as given_away,
       count(*) as lines
from star.line_item
join star.date as ordered on ordered.date_key = line_item.ordered_key
where ordered.year = 1994
  and ordered.iso_week = 6
  and line_item.discount between 0.04 and 0.08
  and line_item.quantity >= 20
group by line_item.ship_mode
order by line_item.ship_mode
