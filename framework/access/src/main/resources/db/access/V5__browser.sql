-- who sits before a browser and walks away is logged out sooner
alter table access_session add column if not exists browser boolean default false not null;
