-- Members, versions and current versions of each dimension. A change that restates what is known
-- makes no version, a return to former values does.
--
-- Special members, such as the unknown customer, have no positive identifier and are left out.

select 'customer' as dimension,
       count(distinct customer_durable_key) as members,
       count(*) as versions,
       count(*) filter (where is_current and not is_inferred) as current_versions
from star.customer
where customer_id > 0
union all
select 'part',
       count(distinct part_durable_key),
       count(*),
       count(*) filter (where is_current and not is_inferred)
from star.part
where part_id > 0
union all
select 'supplier',
       count(distinct supplier_durable_key),
       count(*),
       count(*) filter (where is_current and not is_inferred)
from star.supplier
where supplier_id > 0
order by dimension
