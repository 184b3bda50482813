-- The raw log: every event as it came, in lanes with dense positions.

create table startide.lane (
  id integer generated always as identity primary key,
  source text not null,
  name text not null,
  name_digest uuid not null,
  epoch bigint not null,
  next_position bigint not null default 1,
  source_position text not null default '',
  opened_at timestamptz not null default now(),
  constraint lane_source_name unique (source, name_digest)
) with (fillfactor = 50);

comment on table startide.lane is 'Lanes of the raw log: each is written by one process at a time, and its positions have no gaps';
comment on column startide.lane.id is 'Number of the lane, by which rows of the raw log name it';
comment on column startide.lane.source is 'Source of the model that the lane belongs to';
comment on column startide.lane.name is 'What the source calls the lane: a partition, an instance, a file';
comment on column startide.lane.name_digest is 'Digest of the name, because a long name fits no index';
comment on column startide.lane.epoch is 'Counts the take-overs; a writer with an older one is refused';
comment on column startide.lane.next_position is 'Position that the next event gets; one more than how many there are';
comment on column startide.lane.source_position is 'How far the source has been read, in its own words; moved in the transaction that logs the events';
comment on column startide.lane.opened_at is 'When the lane was last taken over';

create table raw.payload_schema (
  id integer generated always as identity primary key,
  fingerprint uuid not null unique,
  kind text not null,
  definition text not null
);

comment on table raw.payload_schema is 'Schemas that payloads were written with, each once';
comment on column raw.payload_schema.id is 'Number by which events name the schema';
comment on column raw.payload_schema.fingerprint is 'Digest of kind and definition';
comment on column raw.payload_schema.kind is 'Language of the schema, such as avro';
comment on column raw.payload_schema.definition is 'The schema itself; a NUL, half of a surrogate pair and a backslash are escaped';

create table raw.event (
  lane integer not null,
  position bigint not null,
  event_id text,
  arrived_at timestamptz not null,
  content_type text not null,
  schema_id integer,
  headers json,
  payload bytea not null,
  admission smallint not null,
  primary key (lane, position)
);

-- Compressing on the way in would cost more than the log's pages do; most payloads are small.
alter table raw.event alter column payload set storage external;

comment on table raw.event is 'Every event as it came, never changed; raw.event_json shows the payloads that are JSON';
comment on column raw.event.lane is 'Lane of the event, see startide.lane';
comment on column raw.event.position is 'Position in the lane: from 1, without gaps';
comment on column raw.event.event_id is 'Id given by the sender; a NUL, half of a surrogate pair and a backslash are escaped';
comment on column raw.event.arrived_at is 'When the event reached us; never used to order events';
comment on column raw.event.content_type is 'Media type of the payload';
comment on column raw.event.schema_id is 'Schema that the payload was written with, see raw.payload_schema; null where it needs none';
comment on column raw.event.headers is 'What came with the payload, as one JSON object of texts; null if nothing did';
comment on column raw.event.payload is 'The original bytes';
comment on column raw.event.admission is '0: accepted, 1: its id belongs to an event of other content, so it is kept but not loaded';

create table raw.event_id (
  source text not null,
  id uuid not null,
  payload uuid not null,
  lane integer not null,
  position bigint not null,
  expires_at timestamptz not null,
  primary key (source, id)
);

create index event_id_expiry on raw.event_id (expires_at);

comment on table raw.event_id is 'Ids of events that are recognised when they come again, while their window lasts';
comment on column raw.event_id.source is 'Source that the id belongs to';
comment on column raw.event_id.id is 'Digest of the id';
comment on column raw.event_id.payload is 'Digest of the payload, which tells a repetition from a conflict';
comment on column raw.event_id.lane is 'Lane of the event';
comment on column raw.event_id.position is 'Position of the event in its lane';
comment on column raw.event_id.expires_at is 'When the id is forgotten: the arrival of the event and the window of its source';

create function raw.as_json(payload bytea) returns jsonb
language plpgsql immutable strict parallel safe
as $$
begin
  return convert_from(payload, 'UTF8')::jsonb;
exception when others then
  return null;
end
$$;

comment on function raw.as_json(bytea) is 'The payload as JSON, or null if jsonb cannot hold it; never fails';

create view raw.event_json as
select
  event.lane,
  event.position,
  lane.source,
  event.event_id,
  event.arrived_at,
  event.content_type,
  event.headers,
  raw.as_json(event.payload) as payload,
  octet_length(event.payload) as payload_bytes,
  case event.admission when 0 then 'ACCEPTED' else 'ID_CONFLICT' end as admission
from raw.event
join startide.lane on lane.id = event.lane;

comment on view raw.event_json is 'The raw log for reading: payloads as JSON where they are';
comment on column raw.event_json.lane is 'Lane of the event';
comment on column raw.event_json.position is 'Position in the lane';
comment on column raw.event_json.source is 'Source of the event';
comment on column raw.event_json.event_id is 'Id given by the sender';
comment on column raw.event_json.arrived_at is 'When the event reached us';
comment on column raw.event_json.content_type is 'Media type of the payload';
comment on column raw.event_json.headers is 'What came with the payload';
comment on column raw.event_json.payload is 'The payload as JSON; null if it is none that jsonb can hold';
comment on column raw.event_json.payload_bytes is 'Size of the original payload';
comment on column raw.event_json.admission is 'How the event came to be logged';
