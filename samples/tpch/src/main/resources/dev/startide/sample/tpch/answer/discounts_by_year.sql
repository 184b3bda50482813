-- What medium discounts on small quantities cost, by year of the order.

select ordered.year,
       sum(line_item.extended_price * line_item.discount) as given_away
from star.line_item
join star.date as ordered on ordered.date_key = line_item.ordered_key
where line_item.discount between 0.05 and 0.07
  and line_item.quantity < 25
group by ordered.year
order by ordered.year
