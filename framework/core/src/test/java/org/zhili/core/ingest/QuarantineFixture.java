package org.zhili.core.ingest;

import org.zhili.id.DeviceId;

/** A town and its quarantine. */
abstract class QuarantineFixture {
  static final DeviceId STRANGER = new DeviceId("MC-999");

  final IngestTown town = new IngestTown();
  final Quarantine quarantine = town.ingestion.quarantine();
}
