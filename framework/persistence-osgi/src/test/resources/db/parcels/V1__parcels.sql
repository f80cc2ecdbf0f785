create table parcels_parcel (
  id uuid primary key,
  version integer not null,
  label ${json} not null,
  next_id uuid
);
