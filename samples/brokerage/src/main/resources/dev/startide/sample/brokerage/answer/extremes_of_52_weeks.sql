-- The highest and the lowest price of the 52 weeks that end on each day, summed up over all days of
-- a security, so that every one of them counts.

select symbol, sum(high_of_52_weeks) as highs, sum(low_of_52_weeks) as lows
from mart.prices
group by symbol
order by symbol collate "C"
