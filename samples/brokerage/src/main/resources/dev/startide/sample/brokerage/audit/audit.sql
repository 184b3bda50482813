-- What must hold in a right warehouse of the brokerage. Each rule is one query that returns a row for
-- each breach; pg_temp.audit_total holds what the generator counted.

-- rule: no member has two current versions
select 'account' as dimension, account_durable_key as member, count(*) as current_versions
from star.account
where is_current
group by account_durable_key
having count(*) > 1
union all
select 'broker' as dimension, broker_durable_key as member, count(*) as current_versions
from star.broker
where is_current
group by broker_durable_key
having count(*) > 1
union all
select 'customer' as dimension, customer_durable_key as member, count(*) as current_versions
from star.customer
where is_current
group by customer_durable_key
having count(*) > 1
union all
select 'security' as dimension, security_durable_key as member, count(*) as current_versions
from star.security
where is_current
group by security_durable_key
having count(*) > 1

-- rule: the first version of a member is open to the past
select 'account' as dimension, account_durable_key as member, min(valid_from) as first
from star.account
where account_id is not null
group by account_durable_key
having min(valid_from) <> timestamptz '1900-01-01 00:00:00Z'
union all
select 'broker' as dimension, broker_durable_key as member, min(valid_from) as first
from star.broker
where broker_id is not null
group by broker_durable_key
having min(valid_from) <> timestamptz '1900-01-01 00:00:00Z'
union all
select 'customer' as dimension, customer_durable_key as member, min(valid_from) as first
from star.customer
where customer_id is not null
group by customer_durable_key
having min(valid_from) <> timestamptz '1900-01-01 00:00:00Z'
union all
select 'security' as dimension, security_durable_key as member, min(valid_from) as first
from star.security
where symbol is not null
group by security_durable_key
having min(valid_from) <> timestamptz '1900-01-01 00:00:00Z'

-- rule: versions of a member are numbered in the order of time
select dimension, member, version, place
from (
  select 'account' as dimension, account_durable_key as member, version,
         row_number() over (partition by account_durable_key order by valid_from) as place
  from star.account
  where account_id is not null
) as numbered
where version <> place
union all
select dimension, member, version, place
from (
  select 'broker' as dimension, broker_durable_key as member, version,
         row_number() over (partition by broker_durable_key order by valid_from) as place
  from star.broker
  where broker_id is not null
) as numbered
where version <> place
union all
select dimension, member, version, place
from (
  select 'customer' as dimension, customer_durable_key as member, version,
         row_number() over (partition by customer_durable_key order by valid_from) as place
  from star.customer
  where customer_id is not null
) as numbered
where version <> place
union all
select dimension, member, version, place
from (
  select 'security' as dimension, security_durable_key as member, version,
         row_number() over (partition by security_durable_key order by valid_from) as place
  from star.security
  where symbol is not null
) as numbered
where version <> place

-- rule: no version is empty, and none overlaps the next
select dimension, member, valid_from, valid_to, next_from
from (
  select 'account' as dimension, account_durable_key as member, valid_from, valid_to,
         lead(valid_from) over (partition by account_durable_key order by valid_from) as next_from
  from star.account
  where account_id is not null
) as neighbours
where valid_from >= valid_to or next_from < valid_to
union all
select dimension, member, valid_from, valid_to, next_from
from (
  select 'broker' as dimension, broker_durable_key as member, valid_from, valid_to,
         lead(valid_from) over (partition by broker_durable_key order by valid_from) as next_from
  from star.broker
  where broker_id is not null
) as neighbours
where valid_from >= valid_to or next_from < valid_to
union all
select dimension, member, valid_from, valid_to, next_from
from (
  select 'customer' as dimension, customer_durable_key as member, valid_from, valid_to,
         lead(valid_from) over (partition by customer_durable_key order by valid_from) as next_from
  from star.customer
  where customer_id is not null
) as neighbours
where valid_from >= valid_to or next_from < valid_to
union all
select dimension, member, valid_from, valid_to, next_from
from (
  select 'security' as dimension, security_durable_key as member, valid_from, valid_to,
         lead(valid_from) over (partition by security_durable_key order by valid_from) as next_from
  from star.security
  where symbol is not null
) as neighbours
where valid_from >= valid_to or next_from < valid_to

-- rule: versions leave no gap, but after a delete
select 'broker' as dimension, member, valid_to, next_from
from (
  select broker_durable_key as member, valid_to,
         lead(valid_from, 1, timestamptz '9999-12-31 00:00:00Z')
           over (partition by broker_durable_key order by valid_from) as next_from
  from star.broker
  where broker_id is not null
) as neighbours
where next_from <> valid_to
union all
select 'account', member, valid_to, next_from
from (
  select account_durable_key as member, account_id, valid_to,
         lead(valid_from, 1, timestamptz '9999-12-31 00:00:00Z')
           over (partition by account_durable_key order by valid_from) as next_from
  from star.account
  where account_id is not null
) as neighbours
where next_from <> valid_to
  and not exists (
    select from norm.account__change as change
    where change.account_id = neighbours.account_id and change._is_deleted and change._changed_at = neighbours.valid_to)
union all
select 'customer', member, valid_to, next_from
from (
  select customer_durable_key as member, customer_id, valid_to,
         lead(valid_from, 1, timestamptz '9999-12-31 00:00:00Z')
           over (partition by customer_durable_key order by valid_from) as next_from
  from star.customer
  where customer_id is not null
) as neighbours
where next_from <> valid_to
  and not exists (
    select from norm.customer__change as change
    where change.customer_id = neighbours.customer_id and change._is_deleted and change._changed_at = neighbours.valid_to)
union all
select 'security', member, valid_to, next_from
from (
  select security_durable_key as member, symbol, valid_to,
         lead(valid_from, 1, timestamptz '9999-12-31 00:00:00Z')
           over (partition by security_durable_key order by valid_from) as next_from
  from star.security
  where symbol is not null
) as neighbours
where next_from <> valid_to
  and not exists (
    select from norm.security__change as change
    where change.symbol = neighbours.symbol and change._is_deleted and change._changed_at = neighbours.valid_to)

-- rule: neighbouring versions differ
select 'customer' as dimension, customer_durable_key as member, valid_from
from (
  select customer_durable_key, valid_from,
         lag(valid_to) over w = valid_from and (city, country, tier)
           is not distinct from lag((city, country, tier)) over w as is_same
  from star.customer
  where customer_id is not null
  window w as (partition by customer_durable_key order by valid_from)
) as neighbours
where is_same
union all
select 'security', security_durable_key, valid_from
from (
  select security_durable_key, valid_from,
         lag(valid_to) over w = valid_from and (market, status)
           is not distinct from lag((market, status)) over w as is_same
  from star.security
  where symbol is not null
  window w as (partition by security_durable_key order by valid_from)
) as neighbours
where is_same
union all
select 'account', account_durable_key, valid_from
from (
  select account_durable_key, valid_from,
         lag(valid_to) over w = valid_from and (tax_status, broker_durable_key, customer_key)
           is not distinct from lag((tax_status, broker_durable_key, customer_key)) over w as is_same
  from star.account
  where account_id is not null
  window w as (partition by account_durable_key order by valid_from)
) as neighbours
where is_same

-- rule: the current version shows the current state
select 'customer' as dimension, customer.customer_id::text as member
from star.customer
join norm.customer as state using (customer_id)
where customer.is_current
  and (customer.name, customer.email, customer.city, customer.country, customer.tier)
      is distinct from (state.name, state.email, state.city, state.country, state.tier)
union all
select 'security', security.symbol
from star.security
join norm.security as state using (symbol)
where security.is_current and not security.is_inferred
  and (security.name, security.market, security.sector, security.status)
      is distinct from (state.name, state.market, state.sector, state.status)
union all
select 'account', account.account_id::text
from star.account
join norm.account as state using (account_id)
join star.customer as owner on owner.customer_key = account.customer_key
where account.is_current
  and (account.name, account.tax_status, owner.customer_id)
      is distinct from (state.name, state.tax_status, state.customer_id)

-- rule: who is deleted has no current version
select 'customer' as dimension, customer_id as member
from norm.customer
join star.customer as version using (customer_id)
where customer._is_deleted and version.is_current
union all
select 'account', account_id
from norm.account
join star.account as version using (account_id)
where account._is_deleted and version.is_current

-- rule: a version of an account shows the version of the customer that held all the while
select account.account_id, account.valid_from, customer.valid_from as customer_from, customer.valid_to as customer_to
from star.account
join star.customer on customer.customer_key = account.customer_key
where account.account_id is not null
  and customer.valid_from > account.valid_from
union all
select account.account_id, account.valid_from, later.valid_from, later.valid_to
from star.account
join star.customer as later on later.customer_durable_key = account.customer_durable_key
where account.account_id is not null
  and later.valid_from > account.valid_from
  and later.valid_from < account.valid_to
union all
select account.account_id, account.valid_from, between_them.valid_from, between_them.valid_to
from star.account
join star.customer on customer.customer_key = account.customer_key
join star.customer as between_them
  on between_them.customer_durable_key = customer.customer_durable_key
  and between_them.valid_from > customer.valid_from
  and between_them.valid_from <= account.valid_from
where account.account_id is not null

-- rule: facts look at the version that held, or was closed last, at their time
select 'trade.account' as role, fact.event_time, version.valid_from, version.valid_to
from star.trade as fact
join star.account as version on version.account_key = fact.account_key
where fact.account_key > 0
  and (fact.event_time < version.valid_from
    or exists (
      select from star.account as later
      where later.account_durable_key = version.account_durable_key
        and later.valid_from > version.valid_from
        and later.valid_from <= fact.event_time))
union all
select 'trade.security' as role, fact.event_time, version.valid_from, version.valid_to
from star.trade as fact
join star.security as version on version.security_key = fact.security_key
where fact.security_key > 0
  and (fact.event_time < version.valid_from
    or exists (
      select from star.security as later
      where later.security_durable_key = version.security_durable_key
        and later.valid_from > version.valid_from
        and later.valid_from <= fact.event_time))
union all
select 'daily_price.security' as role, fact.event_time, version.valid_from, version.valid_to
from star.daily_price as fact
join star.security as version on version.security_key = fact.security_key
where fact.security_key > 0
  and (fact.event_time < version.valid_from
    or exists (
      select from star.security as later
      where later.security_durable_key = version.security_durable_key
        and later.valid_from > version.valid_from
        and later.valid_from <= fact.event_time))
union all
select 'cash_movement.account' as role, fact.event_time, version.valid_from, version.valid_to
from star.cash_movement as fact
join star.account as version on version.account_key = fact.account_key
where fact.account_key > 0
  and (fact.event_time < version.valid_from
    or exists (
      select from star.account as later
      where later.account_durable_key = version.account_durable_key
        and later.valid_from > version.valid_from
        and later.valid_from <= fact.event_time))
union all
select 'watch.customer' as role, fact.event_time, version.valid_from, version.valid_to
from star.watch as fact
join star.customer as version on version.customer_key = fact.customer_key
where fact.customer_key > 0
  and (fact.event_time < version.valid_from
    or exists (
      select from star.customer as later
      where later.customer_durable_key = version.customer_durable_key
        and later.valid_from > version.valid_from
        and later.valid_from <= fact.event_time))
union all
select 'watch.security' as role, fact.event_time, version.valid_from, version.valid_to
from star.watch as fact
join star.security as version on version.security_key = fact.security_key
where fact.security_key > 0
  and (fact.event_time < version.valid_from
    or exists (
      select from star.security as later
      where later.security_durable_key = version.security_durable_key
        and later.valid_from > version.valid_from
        and later.valid_from <= fact.event_time))

-- rule: the version of a fact belongs to its member
select 'trade.account' as role, fact.account_key as version, fact.account_durable_key as member
from star.trade as fact
left join star.account as version on version.account_key = fact.account_key
where version.account_durable_key is distinct from fact.account_durable_key
union all
select 'trade.security' as role, fact.security_key as version, fact.security_durable_key as member
from star.trade as fact
left join star.security as version on version.security_key = fact.security_key
where version.security_durable_key is distinct from fact.security_durable_key
union all
select 'daily_price.security' as role, fact.security_key as version, fact.security_durable_key as member
from star.daily_price as fact
left join star.security as version on version.security_key = fact.security_key
where version.security_durable_key is distinct from fact.security_durable_key
union all
select 'cash_movement.account' as role, fact.account_key as version, fact.account_durable_key as member
from star.cash_movement as fact
left join star.account as version on version.account_key = fact.account_key
where version.account_durable_key is distinct from fact.account_durable_key
union all
select 'watch.customer' as role, fact.customer_key as version, fact.customer_durable_key as member
from star.watch as fact
left join star.customer as version on version.customer_key = fact.customer_key
where version.customer_durable_key is distinct from fact.customer_durable_key
union all
select 'watch.security' as role, fact.security_key as version, fact.security_durable_key as member
from star.watch as fact
left join star.security as version on version.security_key = fact.security_key
where version.security_durable_key is distinct from fact.security_durable_key

-- rule: every member that events tell of is there
select 'accounts' as total, value as told, (select count(distinct account_durable_key) from star.account where account_id is not null and not is_inferred) as found
from pg_temp.audit_total
where name = 'accounts' and value <> (select count(distinct account_durable_key) from star.account where account_id is not null and not is_inferred)
union all
select 'brokers' as total, value as told, (select count(distinct broker_durable_key) from star.broker where broker_id is not null and not is_inferred) as found
from pg_temp.audit_total
where name = 'brokers' and value <> (select count(distinct broker_durable_key) from star.broker where broker_id is not null and not is_inferred)
union all
select 'customers' as total, value as told, (select count(distinct customer_durable_key) from star.customer where customer_id is not null and not is_inferred) as found
from pg_temp.audit_total
where name = 'customers' and value <> (select count(distinct customer_durable_key) from star.customer where customer_id is not null and not is_inferred)
union all
select 'securities' as total, value as told, (select count(distinct security_durable_key) from star.security where symbol is not null and not is_inferred) as found
from pg_temp.audit_total
where name = 'securities' and value <> (select count(distinct security_durable_key) from star.security where symbol is not null and not is_inferred)

-- rule: only securities that the exchange never told of are inferred
select value as told, (select count(*) from star.security where is_inferred) as found
from pg_temp.audit_total
where name = 'unlisted securities' and value <> (select count(*) from star.security where is_inferred)
union all
select 0, count(*)
from (
  select from star.account where is_inferred
  union all
  select from star.customer where is_inferred
  union all
  select from star.broker where is_inferred
) as inferred
having count(*) > 0

-- rule: facts add up to what the generator told
select name, value as told, (select count(*) from star.trade) as found
from pg_temp.audit_total
where name = 'trades' and value is distinct from (select count(*) from star.trade)
union all
select name, value as told, (select count(*) from star.daily_price) as found
from pg_temp.audit_total
where name = 'quotes' and value is distinct from (select count(*) from star.daily_price)
union all
select name, value as told, (select count(*) from star.watch) as found
from pg_temp.audit_total
where name = 'watches' and value is distinct from (select count(*) from star.watch)
union all
select name, value as told, (select count(unwatched_at) from star.watch) as found
from pg_temp.audit_total
where name = 'watches removed' and value is distinct from (select count(unwatched_at) from star.watch)
union all
select name, value as told, (select count(*) from norm.cash_movement where not _is_deleted) as found
from pg_temp.audit_total
where name = 'cash movements' and value is distinct from (select count(*) from norm.cash_movement where not _is_deleted)
union all
select name, value as told, (select sum(quantity) from star.trade) as found
from pg_temp.audit_total
where name = 'quantity' and value is distinct from (select sum(quantity) from star.trade)
union all
select name, value as told, (select sum(amount) from star.cash_movement) as found
from pg_temp.audit_total
where name = 'cash' and value is distinct from (select sum(amount) from star.cash_movement)
union all
select name, value as told, (select sum(high) from star.daily_price) as found
from pg_temp.audit_total
where name = 'highs' and value is distinct from (select sum(high) from star.daily_price)

-- rule: the entries of the cash book add up to the current state
select book.movement_id, book.amount as booked, state.amount as said, state._is_deleted
from (select movement_id, sum(amount) as amount from star.cash_movement group by movement_id) as book
full join norm.cash_movement as state using (movement_id)
where book.amount is distinct from case when state._is_deleted then 0 else state.amount end

-- rule: what a reversal takes back was booked just before
select reversal.movement_id, reversal.entry
from star.cash_movement as reversal
left join star.cash_movement as booked
  on booked.movement_id = reversal.movement_id and booked.entry = reversal.entry - 1
where reversal.entry_kind = 'reversal'
  and (booked.entry_kind is not distinct from 'reversal'
    or (-booked.amount, booked.event_time, booked.account_key)
      is distinct from (reversal.amount, reversal.event_time, reversal.account_key))

-- rule: no trade goes back in time, and a closed one has an end
select trade_id, status, placed_at, submitted_at, closed_at
from star.trade
where submitted_at < placed_at
  or closed_at < submitted_at
  or (status in ('CANCELED', 'COMPLETED')) <> (closed_at is not null)
  or (price is null) = (status = 'COMPLETED')

-- rule: the time between milestones is the time between milestones
select trade_id, placed_at_to_submitted_at, submitted_at_to_closed_at
from star.trade
where placed_at_to_submitted_at is distinct from extract(epoch from submitted_at - placed_at)::bigint
  or submitted_at_to_closed_at is distinct from extract(epoch from closed_at - submitted_at)::bigint

-- rule: days are those of New York
select 'trade' as fact, trade.trade_id, day.calendar_date
from star.trade
join star.date as day on day.date_key = trade.placed_at_day_key
where day.calendar_date <> (trade.placed_at at time zone 'America/New_York')::date
union all
select 'cash_movement', cash_movement.movement_id, day.calendar_date
from star.cash_movement
join star.date as day on day.date_key = cash_movement.moved_key
where day.calendar_date <> (cash_movement.event_time at time zone 'America/New_York')::date

-- rule: prices lie between their extremes
select symbol, trade_date, low, close, high
from star.daily_price
where close not between low and high

-- rule: no fact is lost between the normalized table and the star
select 'trade' as fact, trade_id::text as grain
from norm.trade
full join star.trade as fact using (trade_id)
where (fact.trade_id is null) <> coalesce(trade._is_deleted, false)
union all
select 'watch', customer_id || ' ' || symbol
from norm.watch
full join star.watch as fact using (customer_id, symbol)
where fact.event_time is null or watch._changed_at is null
union all
select 'daily_price', symbol || ' ' || trade_date
from norm.daily_price
full join star.daily_price as fact using (symbol, trade_date)
where fact.event_time is null or daily_price._changed_at is null

-- rule: marts show what the facts hold
select 'extremes_by_year' as mart, sum(volume) as shown, (select sum(volume) from star.daily_price) as held
from mart.extremes_by_year
having sum(volume) <> (select sum(volume) from star.daily_price)
union all
select 'cash_by_month', sum(amount), (select sum(amount) from star.cash_movement)
from mart.cash_by_month
having sum(amount) <> (select sum(amount) from star.cash_movement)
