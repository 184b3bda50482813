-- Trades and what they cost by tier and country of the customer at the time of the order, by way
-- of the account as it was then.

select customer.tier, customer.country, count(*) as trades, coalesce(sum(trade.amount), 0) as amount
from star.trade
join star.account on account.account_key = trade.account_key
join star.customer on customer.customer_key = account.customer_key
group by customer.tier, customer.country
order by customer.tier, customer.country collate "C"
