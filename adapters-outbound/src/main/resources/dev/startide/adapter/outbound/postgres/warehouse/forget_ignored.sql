-- Takes events out of the runs of those that rules have set aside; what is left of a run stays.

with gone as (
  select lane, position
  from unnest(?::integer[], ?::bigint[]) as event (lane, position)
),

hit as (
  delete from startide.ignored_run as run
  where exists (
    select from gone
    where gone.lane = run.lane
      and gone.position between run.first and run.last
  )
  returning run.lane, run.first, run.last, run.rule
),

kept as (
  select
    hit.lane,
    hit.first,
    hit.rule,
    number as position,
    number - row_number() over (partition by hit.lane, hit.first order by number) as island
  from hit
  cross join lateral generate_series(hit.first, hit.last) as number
  where not exists (
    select from gone
    where gone.lane = hit.lane
      and gone.position = number
  )
)

insert into startide.ignored_run (lane, first, last, rule)
select lane, min(position), max(position), rule
from kept
group by lane, first, rule, island
