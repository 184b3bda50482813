select
  w.{1} as member,
  w.valid_from,
  case
    when w.valid_to > w.__next and w.is_current and w.__next_is_current then 'two versions are current'
    when w.valid_to > w.__next then 'two versions hold at one instant'
    when w.is_current <> (w.valid_to = {3}) then 'a version is current and ends, or neither'
    else 'no version holds for a while'
  end as problem
from (
  select
    v.*,
    lead(v.valid_from) over ordered as __next,
    lead(v.is_current) over ordered as __next_is_current,
    lag(v.valid_from) over ordered as __previous
  from {0} as v
  where {4}
  window ordered as (partition by v.{1} order by v.valid_from)
) as w
where w.valid_to > w.__next
  or w.is_current <> (w.valid_to = {3})
  or w.__previous is null and w.valid_from <> {2}
  or w.valid_to < coalesce(w.__next, {3}) and not {5}
limit 1
