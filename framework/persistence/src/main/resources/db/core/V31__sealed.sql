-- What was told once with an answer, for who lost it: encrypted with a key that only its caller
-- has, and forgotten within hours. The name of the request is one that the key cannot be read from.
create table if not exists core_sealed (
  request_key varchar(200) primary key,
  content text not null,
  sealed_at timestamp(6) with time zone not null,
  sealed_nanos smallint not null
);

create index if not exists core_sealed_at on core_sealed (sealed_at);
