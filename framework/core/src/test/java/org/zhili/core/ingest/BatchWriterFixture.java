package org.zhili.core.ingest;

import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.message;

import java.util.ArrayList;
import java.util.List;
import org.zhili.message.IncomingMessage;

/** A town that writes, and what it acknowledged. */
abstract class BatchWriterFixture {
  final IngestTown town = new IngestTown();
  final List<String> acknowledged = new ArrayList<>();

  void settle(String... payloads) {
    List<Entry> entries = new ArrayList<>();
    for (String payload : payloads) {
      IncomingMessage message = message(COVER, payload, NOW);
      entries.add(Entry.offered(message, () -> acknowledged.add(payload)));
    }
    town.settle(entries);
  }
}
