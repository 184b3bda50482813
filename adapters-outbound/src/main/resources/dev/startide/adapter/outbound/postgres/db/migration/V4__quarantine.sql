-- What operators want done with events of the quarantine, and what they have decided about them.

alter table startide.quarantine add column event_type text;

comment on column startide.quarantine.event_type is 'Kind of event of the model, if that was recognised';

create table startide.quarantine_action (
  id bigint generated always as identity primary key,
  name text not null,
  by_whom text not null,
  db_user text not null default session_user,
  at timestamptz not null default now(),
  why text not null,
  about text not null
);

comment on table startide.quarantine_action is 'What operators wanted done with events of the quarantine; kept for ever';
comment on column startide.quarantine_action.id is 'Number of the action';
comment on column startide.quarantine_action.name is 'What was wanted: RETRY, EDIT, DISCARD, RESUME';
comment on column startide.quarantine_action.by_whom is 'Who wanted it, as they were known to the program';
comment on column startide.quarantine_action.db_user is 'Database user of the process that kept it';
comment on column startide.quarantine_action.at is 'When it was wanted';
comment on column startide.quarantine_action.why is 'Why, in their words; may be empty';
comment on column startide.quarantine_action.about is 'Which events were meant, in words; empty for all';

create table startide.quarantine_action_event (
  action bigint not null references startide.quarantine_action (id),
  lane integer not null,
  position bigint not null,
  outcome text not null default 'WAITING',
  answered_at timestamptz,
  primary key (action, lane, position)
);

create index quarantine_action_waiting on startide.quarantine_action_event (lane, position) where outcome = 'WAITING';
create index quarantine_action_of_event on startide.quarantine_action_event (lane, position);

comment on table startide.quarantine_action_event is 'The events of each action, and what became of them';
comment on column startide.quarantine_action_event.action is 'Number of the action';
comment on column startide.quarantine_action_event.lane is 'Lane of the event';
comment on column startide.quarantine_action_event.position is 'Position of the event in its lane';
comment on column startide.quarantine_action_event.outcome is 'WAITING until the loader has come to it; then LOADED, QUARANTINED, IGNORED';
comment on column startide.quarantine_action_event.answered_at is 'When the loader came to it, in the transaction that did what was wanted';

create table raw.amendment (
  lane integer not null,
  position bigint not null,
  action bigint not null references startide.quarantine_action (id),
  kind text not null,
  content_type text,
  payload bytea,
  primary key (lane, position, action),
  constraint it_is_corrected_or_discarded check (
    (kind = 'CORRECTED' and content_type is not null and payload is not null)
    or (kind = 'DISCARDED' and content_type is null and payload is null))
);

comment on table raw.amendment is 'What operators have decided about logged events; the latest of an event holds whenever it is read, also by a rebuild. raw.event stays as it came';
comment on column raw.amendment.lane is 'Lane of the event';
comment on column raw.amendment.position is 'Position of the event in its lane';
comment on column raw.amendment.action is 'The action that made it, see startide.quarantine_action';
comment on column raw.amendment.kind is 'CORRECTED: this is read in place of the event; DISCARDED: it is not meant for the warehouse';
comment on column raw.amendment.content_type is 'Media type of what is read in its place';
comment on column raw.amendment.payload is 'What is read in its place';

create table startide.paused_source (
  source text primary key,
  reason text not null,
  message text not null,
  model_version integer not null,
  paused_at timestamptz not null default now(),
  resumed_at timestamptz
);

comment on table startide.paused_source is 'Sources of which nothing is loaded, because too many of their events could not be';
comment on column startide.paused_source.source is 'The source';
comment on column startide.paused_source.reason is 'Why its events could not be loaded';
comment on column startide.paused_source.message is 'What was wrong with the latest of them';
comment on column startide.paused_source.model_version is 'Model that this was found with, see startide.applied_model; it holds no longer than that';
comment on column startide.paused_source.paused_at is 'Since when';
comment on column startide.paused_source.resumed_at is 'When an operator has let it go on; from then on events are set aside for that reason';

create table startide.quarantine_notice (
  id bigint generated always as identity primary key,
  lane integer not null,
  position bigint not null,
  source text not null,
  stage text not null,
  reason text not null,
  message text not null,
  event_type text,
  attempts integer not null,
  at timestamptz not null default now()
);

comment on table startide.quarantine_notice is 'Notices of events that were set aside, until they are sent; filled only if startide.quarantine.notices.topic is set';
comment on column startide.quarantine_notice.id is 'Number of the notice';
comment on column startide.quarantine_notice.lane is 'Lane of the event';
comment on column startide.quarantine_notice.position is 'Position of the event in its lane';
comment on column startide.quarantine_notice.source is 'Source of the event';
comment on column startide.quarantine_notice.stage is 'Where on its way it failed';
comment on column startide.quarantine_notice.reason is 'Stable name for why';
comment on column startide.quarantine_notice.message is 'One sentence for an operator';
comment on column startide.quarantine_notice.event_type is 'Kind of event of the model, if that was recognised';
comment on column startide.quarantine_notice.attempts is 'How often it had been tried by then';
comment on column startide.quarantine_notice.at is 'When it was set aside';
