-- What the loader knows of itself: cursors, counts, quarantine, lease; and which model was applied.

create table startide.load_cursor (
  lane integer primary key references startide.lane (id),
  position bigint not null default 0,
  loaded bigint not null default 0,
  quarantined bigint not null default 0,
  ignored bigint not null default 0,
  moved_at timestamptz not null default now(),
  constraint every_event_is_accounted_for check (position = loaded + quarantined + ignored)
) with (fillfactor = 50);

comment on table startide.load_cursor is 'How far each lane is loaded, and what became of its events';
comment on column startide.load_cursor.lane is 'The lane';
comment on column startide.load_cursor.position is 'Position up to which the lane is loaded; moved in the transaction that writes the rows';
comment on column startide.load_cursor.loaded is 'Events that were loaded';
comment on column startide.load_cursor.quarantined is 'Events that were set aside with a reason';
comment on column startide.load_cursor.ignored is 'Events that a rule set aside, see startide.ignored_by_rule';
comment on column startide.load_cursor.moved_at is 'When the cursor last moved';

create table startide.ignored_by_rule (
  lane integer not null references startide.lane (id),
  rule text not null,
  events bigint not null,
  primary key (lane, rule)
);

comment on table startide.ignored_by_rule is 'How many events of a lane each rule has set aside';
comment on column startide.ignored_by_rule.lane is 'The lane';
comment on column startide.ignored_by_rule.rule is 'Name of the rule';
comment on column startide.ignored_by_rule.events is 'How many events';

create table startide.quarantine (
  lane integer not null,
  position bigint not null,
  source text not null,
  stage text not null,
  reason text not null,
  message text not null,
  model_version integer not null,
  attempts integer not null default 1,
  quarantined_at timestamptz not null default now(),
  primary key (lane, position)
);

comment on table startide.quarantine is 'Events that could not be loaded, with their reason; the events themselves stay in raw.event';
comment on column startide.quarantine.lane is 'Lane of the event';
comment on column startide.quarantine.position is 'Position of the event in its lane';
comment on column startide.quarantine.source is 'Source of the event';
comment on column startide.quarantine.stage is 'Where on its way it failed';
comment on column startide.quarantine.reason is 'Stable name for why';
comment on column startide.quarantine.message is 'One sentence for an operator; a NUL, half of a surrogate pair and a backslash are escaped';
comment on column startide.quarantine.model_version is 'Model that it failed under, see startide.applied_model; 0 if none was applied';
comment on column startide.quarantine.attempts is 'How often it was tried';
comment on column startide.quarantine.quarantined_at is 'When it last failed';

create table startide.loader_lease (
  id smallint primary key default 1,
  holder text not null,
  epoch bigint not null,
  expires_at timestamptz not null,
  constraint there_is_one_loader check (id = 1)
);

insert into startide.loader_lease (holder, epoch, expires_at) values ('', 0, now());

comment on table startide.loader_lease is 'Who may load the warehouse: one process at a time';
comment on column startide.loader_lease.id is 'Always 1: there is one lease';
comment on column startide.loader_lease.holder is 'The process that holds the lease, or held it last';
comment on column startide.loader_lease.epoch is 'Counts how often the lease was taken; a write with an older one is refused';
comment on column startide.loader_lease.expires_at is 'When the lease runs out, by the clock of this server';

create table startide.warehouse (
  id smallint primary key default 1,
  name text not null,
  constraint there_is_one_warehouse check (id = 1)
);

comment on table startide.warehouse is 'The warehouse that this database holds; no row before the first model is applied';
comment on column startide.warehouse.id is 'Always 1: a database holds one warehouse';
comment on column startide.warehouse.name is 'Name of the warehouse, as its model says it';

create table startide.applied_model (
  version integer generated always as identity primary key,
  fingerprint uuid not null,
  description text not null,
  applied_at timestamptz not null default now(),
  applied_by text not null default session_user
);

comment on table startide.applied_model is 'Models that were applied to this database, the latest one last';
comment on column startide.applied_model.version is 'Number of the model';
comment on column startide.applied_model.fingerprint is 'Digest of the description';
comment on column startide.applied_model.description is 'What the model says: sources, events, tables and views';
comment on column startide.applied_model.applied_at is 'When it was applied';
comment on column startide.applied_model.applied_by is 'Database user that applied it';

create table startide.view_as_written (
  schema_name text not null,
  view_name text not null,
  written text not null,
  kept text not null,
  primary key (schema_name, view_name)
);

comment on table startide.view_as_written is 'Views as the model writes them, because the server keeps their queries in words of its own';
comment on column startide.view_as_written.schema_name is 'Schema of the view';
comment on column startide.view_as_written.view_name is 'Name of the view';
comment on column startide.view_as_written.written is 'What the model says';
comment on column startide.view_as_written.kept is 'What the server made of it; if it says something else now, somebody changed the view by hand';
