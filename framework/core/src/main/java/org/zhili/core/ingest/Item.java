package org.zhili.core.ingest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhili.city.Device;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.text.Text;

/**
 * A message and what decoding made of it: readings to go on with, a reason to keep it raw, or both
 * when an envelope holds what can be read and what cannot. What came out of an envelope is an item
 * too, until the message {@link #conclude concludes} from all of them. For one thread at a time.
 */
final class Item {
  /** Speaks for an envelope: a fault before none, a device's before a stranger's. */
  private static final Comparator<Item> MOST_HOPEFUL =
      Comparator.<Item, Boolean>comparing(item -> item.kept == null)
          .thenComparing(item -> item.device.isEmpty())
          .thenComparing(item -> item.kept == null ? 0 : item.kept.patience());

  private final Entry entry;
  private final Origin origin;
  private final Payload payload;
  private final Optional<Device> device;
  private List<Decoder> decoders = List.of();
  private Map<DeviceId, Device> senders;
  private Optional<Answerer> answerer = Optional.empty();
  private Optional<String> driver;
  private Optional<DeviceId> about;
  private Optional<NetworkId> network;
  private List<Reading> readings = List.of();
  private Set<NetworkId> strangers = Set.of();
  private Set<Long> taken;
  private @Nullable Kept kept;
  private @Nullable Runnable missed;

  /**
   * A message as it came.
   *
   * @param device the device its sender is registered as
   */
  Item(Entry entry, Optional<Device> device) {
    this.entry = entry;
    this.device = device;
    taken = entry.taken();
    origin = entry.message().origin();
    payload = entry.message().payload();
    about = origin.device();
    network = Optional.empty();
    driver = device.map(Device::driver);
    senders = device.map(sender -> Map.of(sender.id(), sender)).orElse(Map.of());
  }

  /**
   * A message out of an envelope. A stranger's driver is told the id the device may be given, as it
   * cannot read what nobody sent.
   */
  Item(Entry entry, EnclosedMessage enclosed, NetworkId sender, Optional<Device> device) {
    this.entry = entry;
    this.device = device;
    taken = entry.taken();
    origin =
        new Origin(
            entry.message().origin().topic(),
            Optional.of(device.map(Device::id).orElseGet(sender::suggestion)),
            enclosed.port(),
            enclosed.sentAt());
    payload = enclosed.payload();
    about = device.map(Device::id);
    network = Optional.of(sender);
    driver = device.map(Device::driver);
    senders = device.map(known -> Map.of(known.id(), known)).orElse(Map.of());
  }

  Entry entry() {
    return entry;
  }

  /** Where it comes from, as its driver is told. */
  Origin origin() {
    return origin;
  }

  /** What its driver is asked. */
  DeviceMessage message(ZoneId zone) {
    return new DeviceMessage(origin, payload, entry.message().receivedAt(), zone);
  }

  Decoder.Sender sender() {
    if (device.isPresent()) {
      return Decoder.Sender.REGISTERED;
    }
    return origin.device().isPresent() ? Decoder.Sender.STRANGER : Decoder.Sender.GATEWAY;
  }

  Optional<Device> device() {
    return device;
  }

  /** The registered devices it speaks for: its sender, or all that are in its envelope. */
  Map<DeviceId, Device> senders() {
    return senders;
  }

  /** The device the message is from or about, as far as known. */
  Optional<DeviceId> about() {
    return about;
  }

  /** What the network calls the device, when the message came in an envelope. */
  Optional<NetworkId> network() {
    return network;
  }

  /** What is to be known of its envelope at the next try. */
  Quarantined.Inside inside(Kept reason) {
    boolean judged = reason.kind() != Kind.RULE_FAILED;
    return new Quarantined.Inside(strangers, judged ? taken : entry.taken());
  }

  /** Whether it came out of an envelope whose readings of it were taken at an earlier try. */
  boolean wasTaken() {
    return !entry.taken().isEmpty() && entry.taken().contains(fingerprint());
  }

  private long fingerprint() {
    return Fingerprint.of(network.orElseThrow(), origin, payload);
  }

  /** The driver or envelope that was asked, or should have been. */
  Optional<String> driver() {
    return driver;
  }

  /** Which build of it answered. */
  Optional<String> answeredBy() {
    return answerer.map(Answerer::identity);
  }

  /** Whether a driver that was asked announced that it may report this metric. */
  boolean declares(String metric) {
    for (Decoder decoder : decoders) {
      if (decoder.card().declares(metric)) {
        return true;
      }
    }
    return false;
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
    return kept != null || answerer.isPresent();
  }

  void keep(Kind kind, Text why) {
    kept = Kept.of(kind, why);
  }

  /** Nobody was asked, as too many wait for its driver already. */
  void putOff() {
    Text why = IngestWords.kept("not-asked.slow");
    kept = Kept.notAsked(why);
  }

  /** A driver that might have taken it gave no reply; the first of them is waited for. */
  void missed(Answerer by, Reply.None<?> reply) {
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
  void keep(Answerer by, Reply.None<?> reply) {
    answeredBy(by);
    kept = Kept.unanswered(reply);
  }

  void keep(Answerer by, Kind kind, Text why) {
    answeredBy(by);
    keep(kind, why);
  }

  /** A driver understands it, but nobody knows who sent it. */
  void keepOfStranger() {
    keep(
        Kind.UNKNOWN_DEVICE,
        network.isPresent()
            ? IngestWords.kept("unregistered", network.get())
            : IngestWords.kept("unregistered", about.orElseThrow()));
  }

  void read(Decoder by, List<Reading> believed) {
    answeredBy(by);
    decoders = List.of(by);
    readings = believed;
  }

  /**
   * Take over what was made of the messages in its envelope: the readings of those that could be
   * read, and of the others the fault that is likeliest to be mended.
   */
  void conclude(Answerer opener, List<Item> enclosed) {
    answeredBy(opener);
    List<Decoder> asked = new ArrayList<>();
    List<Reading> read = new ArrayList<>();
    Map<DeviceId, Device> heard = new LinkedHashMap<>();
    for (Item item : enclosed) {
      heard.putAll(item.senders);
      asked.addAll(item.decoders);
      read.addAll(item.readings);
    }
    enclosed.stream().min(MOST_HOPEFUL).ifPresent(this::speakFor);
    senders = heard;
    decoders = asked;
    readings = read;
    if (kept != null) {
      remember(enclosed);
    }
  }

  private void remember(List<Item> enclosed) {
    strangers = new LinkedHashSet<>();
    taken = new HashSet<>(taken);
    for (Item item : enclosed) {
      if (item.kept == null) {
        taken.add(item.fingerprint());
      } else if (item.device.isEmpty()) {
        strangers.add(item.network.orElseThrow());
      }
    }
  }

  private void speakFor(Item enclosed) {
    kept = enclosed.kept;
    answerer = enclosed.answerer;
    driver = enclosed.driver;
    about = enclosed.about;
    network = enclosed.network;
  }

  private void answeredBy(Answerer by) {
    answerer = Optional.of(by);
    driver = Optional.of(by.id());
  }
}
