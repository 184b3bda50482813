-- The columns of the warehouse's tables, in table order.

select
  namespace.nspname as schema_name,
  relation.relname as table_name,
  coalesce(obj_description(relation.oid, 'pg_class'), '') as table_comment,
  attribute.attname as column_name,
  format_type(attribute.atttypid, attribute.atttypmod) as type_name,
  attribute.attnotnull as is_required,
  case when attribute.attgenerated = 's' then pg_get_expr(computed.adbin, computed.adrelid) end as expression,
  coalesce(col_description(relation.oid, attribute.attnum), '') as comment
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
join pg_catalog.pg_attribute as attribute
  on attribute.attrelid = relation.oid
  and attribute.attnum > 0
  and not attribute.attisdropped
left join pg_catalog.pg_attrdef as computed
  on computed.adrelid = relation.oid
  and computed.adnum = attribute.attnum
where namespace.nspname in ('norm', 'star')
  and relation.relkind in ('r', 'p')
order by namespace.nspname, relation.relname, attribute.attnum
