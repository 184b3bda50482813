-- All lines by their state. No dimension takes part, so this answers whether every line is there once.

select return_flag,
       line_status,
       sum(quantity) as quantity,
       sum(extended_price) as extended_price,
       sum(revenue) as revenue,
       sum(revenue * (1 + tax)) as charge,
       count(*) as lines
from star.line_item
group by return_flag, line_status
order by return_flag, line_status
