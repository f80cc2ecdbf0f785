package org.zhili.core.ingest;

import java.util.List;
import org.zhili.id.DeviceId;

/** All that was stored of messages, for tests to look at. */
public interface StoredMessages {
  List<Telemetry> telemetry(DeviceId device);

  List<Alarm> alarms(DeviceId device);

  /** Timers that wait and were written as follow-ups. */
  List<FollowUp> followUps();
}
