-- The entries of the book by their kind.

select entry_kind, count(*) as entries, sum(amount) as amount
from star.cash_movement
group by entry_kind
order by entry_kind collate "C"
