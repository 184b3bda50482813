-- Versions of customers by who referred them (the first word counts), and how many of these
-- versions show a mail address (the last word counts, in every version).

select coalesce(referred_by, 'null') as referred_by, count(*) as versions, count(email) as reachable
from star.customer
where customer_id is not null
group by coalesce(referred_by, 'null')
order by coalesce(referred_by, 'null') collate "C"
