-- {0} function, {1} table, {2} durable key, {3} beginning and {4} end of time, {5} versions that contradict each other.
-- A version that was written fits if the next one begins where it ends, and it begins where the one before ends. Only if
-- that is not so, all versions of the member are looked at: something written later in the same transaction may fit.

create or replace function {0}() returns trigger
language plpgsql
as $alarm$
declare
  wrong record;
begin
  if tg_op = 'INSERT' or tg_op = 'UPDATE' and old.{2} = new.{2} and old.valid_from = new.valid_from then
    if new.is_current = (new.valid_to = {4}) and nullif(new.valid_to, {4}) is not distinct from (
      select v.valid_from from {1} as v
      where v.{2} = new.{2} and v.valid_from > new.valid_from
      order by v.valid_from limit 1
    ) then
      if tg_op = 'UPDATE' then
        return null;
      end if;
      if new.valid_from = {3} or new.valid_from = (
        select v.valid_to from {1} as v
        where v.{2} = new.{2} and v.valid_from < new.valid_from
        order by v.valid_from desc limit 1
      ) then
        return null;
      end if;
    end if;
  end if;
  {5}
  into wrong;
  if found then
    raise exception '% % from % on: %', tg_argv[1], wrong.member, wrong.valid_from, wrong.problem
      using errcode = 'ST001', schema = tg_table_schema, table = tg_table_name;
  end if;
  return null;
end
$alarm$
