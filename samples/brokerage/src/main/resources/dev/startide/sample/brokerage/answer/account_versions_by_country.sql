-- Versions of accounts by the country of the customer at that time: an account begins a version
-- when its customer does.

select customer.country, account.tax_status, count(*) as versions
from star.account
join star.customer on customer.customer_key = account.customer_key
where account.account_id is not null
group by customer.country, account.tax_status
order by customer.country collate "C", account.tax_status collate "C"
