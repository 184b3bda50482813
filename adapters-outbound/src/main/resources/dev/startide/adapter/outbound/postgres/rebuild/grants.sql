-- Rights on a table that others than its owner have.

select
  acl.privilege_type,
  case when acl.grantee = 0 then 'public' else quote_ident(role.rolname) end as grantee,
  acl.is_grantable
from pg_catalog.pg_class as relation
cross join lateral aclexplode(relation.relacl) as acl
left join pg_catalog.pg_roles as role on role.oid = acl.grantee
where relation.oid = ?::regclass
  and acl.grantee <> relation.relowner
order by grantee, privilege_type
