package org.zhili.core.ingest;

import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.message;
import static org.zhili.core.ingest.IngestTown.redelivered;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;

/** What a device said, and what a rule thinks of it. */
record Said(DeviceId device, Instant at, double tilt, boolean poison) {
  static final int DEVICES = 4;
  private static final int READINGS = 60;

  boolean abnormal() {
    return tilt > 20;
  }

  String payload(boolean withTime) {
    return (poison ? "*" : "") + "tilt=" + tilt + (withTime ? "@" + at : "");
  }

  /** What several devices say, in the order in which they say it. */
  static List<Said> truth(Random random, boolean poisoned) {
    List<Said> truth = new ArrayList<>();
    boolean[] abnormal = new boolean[DEVICES];
    for (int i = 0; i < READINGS; i++) {
      for (int d = 0; d < DEVICES; d++) {
        abnormal[d] ^= random.nextInt(4) == 0;
        Instant at = NOW.minusSeconds(60L * (READINGS - i)).plusSeconds(random.nextInt(50));
        double tilt = abnormal[d] ? 21 + random.nextInt(30) : random.nextInt(13);
        truth.add(new Said(device(d), at, tilt, poisoned && random.nextInt(20) == 0));
      }
    }
    return truth;
  }

  /** How it comes: late, more than once, and in any order. */
  static List<IncomingMessage> deliveries(List<Said> truth, Random random) {
    List<IncomingMessage> deliveries = new ArrayList<>();
    for (Said said : truth) {
      int times = random.nextBoolean() ? 1 : 1 + random.nextInt(10);
      for (int i = 0; i < times; i++) {
        IncomingMessage message =
            message(said.device(), said.payload(true), NOW.plusMillis(random.nextInt(86_400_000)));
        deliveries.add(random.nextBoolean() ? redelivered(message) : message);
      }
    }
    int reach = 1 << random.nextInt(12);
    for (int from = 0; from < deliveries.size(); from += reach) {
      Collections.shuffle(
          deliveries.subList(from, Math.min(deliveries.size(), from + reach)), random);
    }
    return deliveries;
  }

  static DeviceId device(int number) {
    return new DeviceId("MC-00" + (number + 1));
  }
}
