package org.zhili.tck.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.device.Value;
import org.zhili.tck.internal.Vocabulary.Bounds;

/** A driver, its vectors and the rule it is held to. */
public record DriverTrial(Rule rule, DeviceDriver driver, List<DeviceVector> vectors) {
  public DriverTrial {
    vectors = List.copyOf(vectors);
  }

  public Stream<DeviceVector> accepted() {
    return vectors.stream().filter(DeviceVector::isAccepted);
  }

  /** Show every reading the driver makes of the attempts. */
  public void eachReading(Stream<Attempt> attempts, BiConsumer<Attempt, Reading> look) {
    attempts.forEach(
        attempt ->
            rule.readings(decode(attempt)).forEach(reading -> look.accept(attempt, reading)));
  }

  public Decoded decode(Attempt attempt) {
    return rule.decode(driver, attempt.message(), attempt);
  }

  /** A value that only part of a frame yields was made up. */
  public void cutAnywhere(DeviceVector vector) {
    List<Reading> whole = rule.readings(decode(Attempt.whole(vector)));
    eachReading(
        Attempts.cuts(vector),
        (cut, reading) -> {
          if (whole.stream().noneMatch(known -> saysTheSame(known, reading))) {
            rule.broken(cut, "rejected, or values of the whole frame", words(reading));
          }
        });
  }

  private static boolean saysTheSame(Reading one, Reading other) {
    return one.device().equals(other.device())
        && one.metric().equals(other.metric())
        && one.value().equals(other.value());
  }

  /** A checksum that lets a wrong bit pass was not checked. */
  public void flipAnywhere(DeviceVector vector) {
    Attempts.flips(vector)
        .forEach(
            flipped -> {
              Decoded answer = decode(flipped);
              if (answer instanceof Decoded.Readings) {
                rule.broken(
                    flipped, "rejected, since the checksum fails", Expectation.Words.of(answer));
              }
            });
  }

  public void reportOnlyDeclared() {
    List<String> declared = driver.info().metrics().stream().map(Metric::key).sorted().toList();
    eachReading(
        Attempts.all(vectors),
        (attempt, reading) -> {
          if (!declared.contains(reading.metric())) {
            rule.broken(attempt, "one of " + declared, words(reading));
          }
        });
  }

  /**
   * A measure beyond every sensor is a fault of the frame, or of the driver.
   *
   * @param own bounds that go before those of the vocabulary, by metric
   */
  public void staysPlausible(Map<String, Bounds> own) {
    Map<String, Bounds> bounds =
        driver.info().metrics().stream()
            .flatMap(
                metric -> Vocabulary.bounds(metric).map(b -> Map.entry(metric.key(), b)).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    Function<Reading, Optional<Bounds>> wanted =
        reading ->
            Optional.ofNullable(own.getOrDefault(reading.metric(), bounds.get(reading.metric())));
    eachReading(
        Attempts.all(vectors),
        (attempt, reading) -> {
          if (reading.value() instanceof Value.Measure measure) {
            wanted
                .apply(reading)
                .filter(found -> !found.contain(measure.value()))
                .ifPresent(found -> rule.broken(attempt, "a value " + found, words(reading)));
          }
        });
  }

  private static String words(Reading reading) {
    return Expectation.Words.of(new Decoded.Readings(List.of(reading)));
  }
}
