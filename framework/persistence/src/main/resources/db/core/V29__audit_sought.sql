-- The audit is also sought by what was done, and to what.

create index if not exists core_audit_action on core_audit (action, number);
create index if not exists core_audit_subject on core_audit (subject, number);
