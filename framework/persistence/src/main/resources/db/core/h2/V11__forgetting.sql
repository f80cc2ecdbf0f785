-- What came in is forgotten by when it came in.

create index if not exists core_telemetry_received on core_telemetry (received_at);

create index if not exists core_alarm_received on core_alarm (received_at);
