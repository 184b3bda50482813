-- Trades by the tier of the customer then and today: the same row tells both.

select customer.tier, customer.current_tier, count(*) as trades
from star.trade
join star.account on account.account_key = trade.account_key
join star.customer on customer.customer_key = account.customer_key
group by customer.tier, customer.current_tier
order by customer.tier, customer.current_tier
