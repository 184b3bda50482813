-- Which models write rows alike: a process whose model makes other rows than the one that was applied last loads nothing.

alter table startide.applied_model add column meaning uuid;

comment on column startide.applied_model.meaning is 'Digest of what the model says of rows: events, formats of payloads, entities, dimensions, facts and time zone; other options of sources, and marts, make no difference';

comment on column startide.loader_lease.generation is 'Counts models that make other rows: a process that began before one was applied, or rebuilt for, may load no more';
