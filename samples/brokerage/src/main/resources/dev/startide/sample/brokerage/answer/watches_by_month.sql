-- How many watches were set and how many removed, month by month in New York.

select year_month, sum(is_set) as watches_set, sum(is_removed) as watches_removed
from (
  select day.year_month, 1 as is_set, 0 as is_removed
  from star.watch
  join star.date as day on day.date_key = watch.watched_at_day_key
  union all
  select day.year_month, 0, 1
  from star.watch
  join star.date as day on day.date_key = watch.unwatched_at_day_key
  where watch.unwatched_at is not null
) as event
group by year_month
order by year_month
