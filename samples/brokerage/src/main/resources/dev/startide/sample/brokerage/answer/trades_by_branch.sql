-- Trades and commissions by the branch of today of the broker who kept the account then, and
-- whether the broker is still here.

select broker.branch,
       case when broker.is_deleted then 'gone' else 'here' end as state,
       count(*) as trades,
       coalesce(sum(trade.commission), 0) as commission
from star.trade
join star.account on account.account_key = trade.account_key
join star.broker on broker.broker_durable_key = account.broker_durable_key and broker.is_current
group by broker.branch, broker.is_deleted
order by broker.branch collate "C", state
