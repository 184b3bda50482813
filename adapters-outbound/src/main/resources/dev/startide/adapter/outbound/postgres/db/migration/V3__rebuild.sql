-- Tables that are built anew beside the live ones, those that they took the place of, and single events whose
-- account may change later.

create table startide.ignored_run (
  lane integer not null,
  first bigint not null,
  last bigint not null,
  rule text not null,
  primary key (lane, first),
  constraint it_holds_an_event check (first <= last)
);

comment on table startide.ignored_run is 'Which events rules have set aside, in runs without a gap; startide.ignored_by_rule counts them';
comment on column startide.ignored_run.lane is 'Lane of the events';
comment on column startide.ignored_run.first is 'Position of the first event of the run';
comment on column startide.ignored_run.last is 'Position of its last event';
comment on column startide.ignored_run.rule is 'Name of the rule';

create table startide.rebuild (
  id smallint primary key default 1,
  state text not null,
  everything boolean not null,
  tables text[] not null,
  fingerprint uuid not null,
  far_key bigint not null,
  is_pausing boolean not null default false,
  begun_at timestamptz not null default now(),
  swapped_at timestamptz,
  constraint there_is_one_rebuild check (id = 1),
  constraint it_is_built_or_swapped check (state in ('building', 'swapped'))
);

comment on table startide.rebuild is 'The rebuild that is under way, or whose former tables are still kept; no row if there is none';
comment on column startide.rebuild.id is 'Always 1: there is one rebuild at a time';
comment on column startide.rebuild.state is 'building: norm__rebuild and star__rebuild are being loaded; swapped: norm__old and star__old keep what was live before';
comment on column startide.rebuild.everything is 'Whether all tables take part, and with them the accounts of lanes and the quarantine';
comment on column startide.rebuild.tables is 'The tables that take part';
comment on column startide.rebuild.fingerprint is 'Digest of the tables of the model that it was begun for';
comment on column startide.rebuild.far_key is 'Where keys begin that members and versions get which the live tables do not know';
comment on column startide.rebuild.is_pausing is 'Whether the process that rebuilds is asked to end after its batch';
comment on column startide.rebuild.begun_at is 'When it was begun';
comment on column startide.rebuild.swapped_at is 'When the rebuilt tables became live';

alter table startide.loader_lease add column generation bigint not null default 0;

comment on column startide.loader_lease.generation is 'Counts rebuilds for another model: a process that began before one may load no more';
