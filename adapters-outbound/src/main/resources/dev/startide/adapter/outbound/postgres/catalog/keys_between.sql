-- The names of the foreign keys that lead from columns of one table to those of another one, whether they are enforced or not.

select constraint_.conname
from pg_catalog.pg_constraint as constraint_
where constraint_.contype = 'f'
  and constraint_.conrelid = ?::regclass
  and constraint_.confrelid = ?::regclass
  and ?::text[] = array(
    select attribute.attname::text
    from unnest(constraint_.conkey) with ordinality as part (number, place)
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = constraint_.conrelid
      and attribute.attnum = part.number
    order by part.place
  )
  and ?::text[] = array(
    select attribute.attname::text
    from unnest(constraint_.confkey) with ordinality as part (number, place)
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = constraint_.confrelid
      and attribute.attnum = part.number
    order by part.place
  )
order by constraint_.conname
