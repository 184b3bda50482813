-- The highest and the lowest price of the 52 weeks that end on each day, summed up over all days of
-- a security, so that every one of them counts.

select symbol, sum(high_of_52_weeks) as highs, sum(low_of_52_weeks) as lows
from (
  select symbol,
         max(high) over last_52_weeks as high_of_52_weeks,
         min(low) over last_52_weeks as low_of_52_weeks
  from star.daily_price
  window last_52_weeks as (
    partition by symbol order by trade_date
    range between interval '363 days' preceding and current row
  )
) as day
group by symbol
order by symbol collate "C"
