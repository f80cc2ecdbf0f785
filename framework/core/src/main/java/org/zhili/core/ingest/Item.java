package org.zhili.core.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.city.Device;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Reading;
import org.zhili.id.DeviceId;
import org.zhili.text.Text;

/**
 * A message and what decoding made of it: readings to go on with, a reason to keep it raw, or both
 * when a gateway reports for registered and unregistered devices at once. For one thread at a time.
 */
final class Item {
  /**
   * Why a message is kept raw.
   *
   * @param rule the alarm rule that is to blame
   * @param tried whether all who are needed were there to be asked
   */
  record Kept(Kind kind, Text why, Optional<String> rule, boolean tried) {
    static Kept because(Kind kind, Text why) {
      return new Kept(kind, why, Optional.empty(), true);
    }

    static Kept unjudged(String rule, Reply.None<?> reply) {
      return new Kept(Kind.RULE_FAILED, reply.why(), Optional.of(rule), reply.tried());
    }

    static Kept unheard(String deviceType) {
      Text why = IngestWords.kept("no-rule", deviceType);
      return new Kept(Kind.RULE_FAILED, why, Optional.empty(), false);
    }
  }

  private final Entry entry;
  private final Optional<Device> device;
  private Map<DeviceId, Device> senders;
  private @Nullable Decoder decoder;
  private Optional<String> driver = Optional.empty();
  private Optional<DeviceId> about;
  private List<Reading> readings = List.of();
  private @Nullable Kept kept;
  private @Nullable Runnable missed;

  /**
   * @param device the device its sender is registered as
   */
  Item(Entry entry, Optional<Device> device) {
    this.entry = entry;
    this.device = device;
    about = entry.message().origin().device();
    driver = device.map(Device::driver);
    senders = device.map(sender -> Map.of(sender.id(), sender)).orElse(Map.of());
  }

  Entry entry() {
    return entry;
  }

  Optional<Device> device() {
    return device;
  }

  /** The registered devices it speaks for: its sender, or all a gateway reports of. */
  Map<DeviceId, Device> senders() {
    return senders;
  }

  /** The device the message is from or about, as far as known. */
  Optional<DeviceId> about() {
    return about;
  }

  /** It is about this device, unless another is known. */
  void concerns(DeviceId spokenOf) {
    about = about.or(() -> Optional.of(spokenOf));
  }

  Optional<String> driver() {
    return driver;
  }

  @Nullable Decoder decoder() {
    return decoder;
  }

  int size() {
    return readings.size();
  }

  List<Reading> readings() {
    return readings;
  }

  @Nullable Kept kept() {
    return kept;
  }

  boolean settled() {
    return kept != null || decoder != null;
  }

  void keep(Kind kind, Text why) {
    kept = Kept.because(kind, why);
  }

  /** A driver that might have taken it gave no reply; the first of them is waited for. */
  void missed(Decoder by, Reply.None<?> reply) {
    if (missed == null) {
      missed = () -> keep(by, reply);
    }
  }

  /** All drivers were asked, and none takes it. */
  void keepUnclaimed() {
    if (missed == null) {
      keep(Kind.NO_DRIVER, IngestWords.kept("unclaimed"));
    } else {
      missed.run();
    }
  }

  /** Its driver gave no reply. */
  void keep(Decoder by, Reply.None<?> reply) {
    answeredBy(by);
    kept = new Kept(Kind.DRIVER_FAILED, reply.why(), Optional.empty(), reply.tried());
  }

  void keep(Decoder by, Kind kind, Text why) {
    answeredBy(by);
    keep(kind, why);
  }

  void keepAbout(DeviceId unknown) {
    about = Optional.of(unknown);
    keep(Kind.UNKNOWN_DEVICE, IngestWords.kept("unregistered", unknown));
  }

  void read(Decoder by, List<Reading> believed) {
    answeredBy(by);
    readings = believed;
  }

  void read(Decoder by, List<Reading> believed, Map<DeviceId, Device> ofDevices) {
    read(by, believed);
    senders = ofDevices;
  }

  private void answeredBy(Decoder by) {
    decoder = by;
    driver = Optional.of(by.card().id());
  }
}
