-- Versions of customers by the country code of their phone. Phone and balance keep no history, so
-- every version has to show the latest ones.

select left(phone, 2) as country_code,
       count(*) as versions,
       sum(account_balance) as account_balance
from star.customer
where customer_id > 0
group by country_code
order by country_code
