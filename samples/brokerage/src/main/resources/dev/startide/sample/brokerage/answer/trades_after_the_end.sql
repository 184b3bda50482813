-- Trades in a time in which the account was closed, or the security delisted: they look at the
-- version that was closed.

select count(*) filter (where trade.event_time >= account.valid_to) as after_closing,
       count(*) filter (where trade.event_time >= security.valid_to) as after_delisting
from star.trade
join star.account on account.account_key = trade.account_key
join star.security on security.security_key = trade.security_key
