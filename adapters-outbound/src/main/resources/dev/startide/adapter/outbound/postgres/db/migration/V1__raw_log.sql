-- The raw log: every event as it came, in lanes with dense positions.

create table startide.lane (
  id integer generated always as identity primary key,
  source text not null,
  name text not null,
  name_digest uuid not null,
  epoch bigint not null,
  next_position bigint not null default 1,
  source_position text not null default '',
  volume integer not null default 1,
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
comment on column startide.lane.volume is 'Volume of the raw log that the last events went to, see startide.log_volume';
comment on column startide.lane.opened_at is 'When the lane was last taken over';

create table startide.log_volume (
  number integer primary key,
  begun_at timestamptz not null default now()
);

insert into startide.log_volume (number) values (1);

comment on table startide.log_volume is 'Volumes of the raw log that are still there; the last one is being written, the oldest goes first';
comment on column startide.log_volume.number is 'Number of the volume; its events are in raw.event_v and this number';
comment on column startide.log_volume.begun_at is 'When it was begun';

create table startide.lane_volume (
  lane integer not null,
  volume integer not null,
  first_position bigint not null,
  primary key (lane, volume)
);

comment on table startide.lane_volume is 'Where each lane begins in each volume; it holds the positions up to where the next volume begins';
comment on column startide.lane_volume.lane is 'The lane';
comment on column startide.lane_volume.volume is 'The volume';
comment on column startide.lane_volume.first_position is 'First position of the lane that the volume holds, or would hold';

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
  volume integer not null,
  primary key (lane, position, volume)
) partition by list (volume);

-- Compressing on the way in would cost more than the log's pages do; most payloads are small.
alter table raw.event alter column payload set storage external;

create table raw.event_v1 partition of raw.event for values in (1);

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
comment on column raw.event.volume is 'Volume that the event is in, see startide.log_volume';

create table raw.event_id (
  source text not null,
  id uuid not null,
  payload uuid not null,
  lane integer not null,
  position bigint not null,
  expires_at timestamptz not null,
  primary key (source, id)
) partition by hash (id);

create table raw.event_id_p0 partition of raw.event_id for values with (modulus 8, remainder 0);
create table raw.event_id_p1 partition of raw.event_id for values with (modulus 8, remainder 1);
create table raw.event_id_p2 partition of raw.event_id for values with (modulus 8, remainder 2);
create table raw.event_id_p3 partition of raw.event_id for values with (modulus 8, remainder 3);
create table raw.event_id_p4 partition of raw.event_id for values with (modulus 8, remainder 4);
create table raw.event_id_p5 partition of raw.event_id for values with (modulus 8, remainder 5);
create table raw.event_id_p6 partition of raw.event_id for values with (modulus 8, remainder 6);
create table raw.event_id_p7 partition of raw.event_id for values with (modulus 8, remainder 7);

create index event_id_expiry on raw.event_id (expires_at);

comment on table raw.event_id is 'Ids of events that are recognised when they come again, while their window lasts; in parts by a hash of the id, pruned one by one';
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
