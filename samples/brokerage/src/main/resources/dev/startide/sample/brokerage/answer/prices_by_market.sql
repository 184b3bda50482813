-- Extremes and volumes by the market on which the security was listed on that day, year by year.

select security.market,
       day.year,
       count(*) as quotes,
       min(daily_price.low) as low,
       max(daily_price.high) as high,
       sum(daily_price.volume) as volume
from star.daily_price
join star.security on security.security_key = daily_price.security_key
join star.date as day on day.date_key = daily_price.traded_key
group by security.market, day.year
order by security.market collate "C", day.year
