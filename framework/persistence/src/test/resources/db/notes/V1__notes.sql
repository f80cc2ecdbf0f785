create table notes_note (
  id uuid primary key,
  version integer not null,
  title varchar(100) not null,
  detail ${json},
  written_at timestamp with time zone not null,
  constraint notes_note_title unique (title)
);
