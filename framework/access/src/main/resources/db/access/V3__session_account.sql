create index if not exists access_session_account on access_session (account);
