-- A process that dies leaves its lease to others at once, not only when it has run out.

alter table startide.loader_lease add column session bigint not null default 0;

comment on column startide.loader_lease.session is 'Advisory lock that the holder''s session has for as long as it lives; 0 if nobody can tell';
