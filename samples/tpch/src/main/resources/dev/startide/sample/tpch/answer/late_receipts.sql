-- Lines received after the committed day, by quarter of shipping and ship mode: three roles of the date.

select shipped.year,
       shipped.quarter,
       line_item.ship_mode,
       count(*) as lines
from star.line_item
join star.date as shipped on shipped.date_key = line_item.shipped_key
join star.date as committed on committed.date_key = line_item.committed_key
join star.date as received on received.date_key = line_item.received_key
where received.calendar_date > committed.calendar_date
group by shipped.year, shipped.quarter, line_item.ship_mode
order by shipped.year, shipped.quarter, line_item.ship_mode
