-- Commissions and fees by the year of the order in New York and the sector of the security today.

select placed.year,
       coalesce(security.sector, 'null') as sector,
       coalesce(sum(trade.commission), 0) as commission,
       coalesce(sum(trade.fee), 0) as fee
from star.trade
join star.date as placed on placed.date_key = trade.placed_at_day_key
join star.security on security.security_key = trade.security_key
group by placed.year, coalesce(security.sector, 'null')
order by placed.year, coalesce(security.sector, 'null') collate "C"
