-- Cash by the tax status of the account at the time. The book has an entry for everything that was
-- ever said and one for everything that was taken back; their sum is what is true.

select account.tax_status, sum(cash_movement.amount) as amount
from star.cash_movement
join star.account on account.account_key = cash_movement.account_key
group by account.tax_status
order by account.tax_status collate "C"
