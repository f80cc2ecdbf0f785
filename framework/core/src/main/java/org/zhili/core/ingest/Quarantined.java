package org.zhili.core.ingest;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * A message kept raw because nothing could be made of it yet (隔离报文).
 *
 * @param id in order of arrival
 * @param why for the operator, with what others said cut to 500 characters
 * @param driver id of the driver or envelope that was asked, or should have been
 * @param answeredBy which build of it answered
 * @param rule id of the alarm rule that failed on it; empty when none was here to judge it
 * @param device the device it is from, as far as known
 * @param network what the network calls that device, when the message came in an envelope; the
 *     device is empty as long as it is not registered
 * @param inside what else is known of its envelope
 * @param attempts how often it was tried; a try that met nobody does not count
 */
public record Quarantined(
    UUID id,
    Kind kind,
    Text why,
    Optional<String> driver,
    Optional<String> answeredBy,
    Optional<String> rule,
    Optional<DeviceId> device,
    Optional<NetworkId> network,
    Inside inside,
    IncomingMessage message,
    int attempts) {
  /**
   * What is known of an envelope, beside the one message of it that could not be read.
   *
   * @param strangers what the network calls all devices in it that are not registered
   * @param taken fingerprints of the messages in it that have been read and are not read again
   */
  public record Inside(Set<NetworkId> strangers, Set<Long> taken) {
    /** Of what came in no envelope. */
    public static final Inside NOTHING = new Inside(Set.of(), Set.of());

    public Inside {
      strangers = Set.copyOf(strangers);
      taken = Set.copyOf(taken);
    }
  }

  /** One that came in no envelope. */
  public Quarantined(
      UUID id,
      Kind kind,
      Text why,
      Optional<String> driver,
      Optional<String> answeredBy,
      Optional<String> rule,
      Optional<DeviceId> device,
      IncomingMessage message,
      int attempts) {
    this(id, kind, why, driver, answeredBy, rule, device, Optional.empty(), message, attempts);
  }

  /** One of a single device, or of none. */
  public Quarantined(
      UUID id,
      Kind kind,
      Text why,
      Optional<String> driver,
      Optional<String> answeredBy,
      Optional<String> rule,
      Optional<DeviceId> device,
      Optional<NetworkId> network,
      IncomingMessage message,
      int attempts) {
    this(
        id,
        kind,
        why,
        driver,
        answeredBy,
        rule,
        device,
        network,
        device.isPresent() || network.isEmpty()
            ? Inside.NOTHING
            : new Inside(Set.of(network.get()), Set.of()),
        message,
        attempts);
  }

  /** Why a message is kept. */
  public enum Kind {
    /** Empty, too large, or not on a topic of this town: it can only be looked at. */
    MALFORMED,
    /** No driver is here for it, or none takes it for its own. */
    NO_DRIVER,
    /** A driver says it is broken. */
    REJECTED,
    /** It reports for a device that its sender is not. */
    FOREIGN,
    /** A driver understands it, but the device is not registered. */
    UNKNOWN_DEVICE,
    /** The driver left, overran or broke: to be decoded again. */
    DRIVER_FAILED,
    /**
     * Its readings are stored, but an alarm rule is away, left, overran or broke: to be judged
     * again.
     */
    RULE_FAILED,
    /** It could not be stored with any other message nor alone. */
    PARKED
  }

  /** Why it is kept, in words of both languages. */
  public Wording words() {
    return IngestWords.words().render(why);
  }

  /** The same as an English clause, for logs and the shell. */
  public String reason() {
    return words().en();
  }

  /** What the message counts against the bound of the quarantine. */
  public int bytes() {
    return message.payload().size() + message.origin().topic().length();
  }

  /** Whether another try could end differently. */
  public boolean replayable() {
    return kind != Kind.MALFORMED;
  }
}
