package org.zhili.core.ingest;

import java.util.List;
import java.util.Optional;
import org.zhili.city.Device;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.id.DeviceId;
import org.zhili.text.Text;

/**
 * Why a message is kept raw.
 *
 * @param rule the alarm rule that is to blame
 * @param unjudged the device whose readings no rule has judged
 * @param tries how many that counts for; none when not all who are needed were asked
 */
record Kept(Kind kind, Text why, Optional<String> rule, Optional<DeviceId> unjudged, int tries) {
  private static final List<Kind> SOONEST_MENDED =
      List.of(Kind.DRIVER_FAILED, Kind.NO_DRIVER, Kind.REJECTED, Kind.FOREIGN, Kind.UNKNOWN_DEVICE);

  static Kept of(Kind kind, Text why) {
    return new Kept(kind, why, Optional.empty(), Optional.empty(), 1);
  }

  static Kept notAsked(Text why) {
    return new Kept(Kind.DRIVER_FAILED, why, Optional.empty(), Optional.empty(), 0);
  }

  static Kept unanswered(Reply.None<?> reply) {
    return new Kept(
        Kind.DRIVER_FAILED, reply.why(), Optional.empty(), Optional.empty(), reply.tries());
  }

  static Kept unjudged(String rule, DeviceId device, Reply.None<?> reply) {
    return new Kept(
        Kind.RULE_FAILED, reply.why(), Optional.of(rule), Optional.of(device), reply.tries());
  }

  static Kept unheard(Device device) {
    Text why = IngestWords.kept("no-rule", device.type());
    return new Kept(Kind.RULE_FAILED, why, Optional.empty(), Optional.of(device.id()), 0);
  }

  /** Of two faults of decoding, the one with less of it is likely to be mended first. */
  int patience() {
    return SOONEST_MENDED.indexOf(kind);
  }
}
