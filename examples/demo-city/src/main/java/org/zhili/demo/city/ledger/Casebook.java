package org.zhili.demo.city.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.demo.city.town.Answers.CaseDetail;

/** The cases this program has seen, with what tells them apart. Thread-safe. */
public final class Casebook {
  private final Map<String, Card> cards = new LinkedHashMap<>();

  /**
   * What is remembered of a case.
   *
   * @param alerts the alerts it came of
   */
  public record Card(
      String id,
      String number,
      Optional<String> device,
      String condition,
      Optional<String> publicCode,
      Instant reportedAt,
      Optional<Instant> closedAt,
      List<String> alerts) {
    private static Card of(CaseDetail detail, Optional<String> publicCode) {
      return new Card(
          detail.id(),
          detail.number(),
          detail.device(),
          detail.condition(),
          publicCode,
          detail.reportedAt(),
          detail.closedAt(),
          detail.evidence().stream()
              .filter(evidence -> evidence.kind().equals("alert"))
              .map(evidence -> evidence.content())
              .toList());
    }

    boolean isAbout(String aDevice, String aCondition) {
      return device.filter(aDevice::equals).isPresent() && condition.equals(aCondition);
    }

    boolean isOpenAt(Instant at) {
      return !reportedAt.isAfter(at) && closedAt.filter(closed -> closed.isBefore(at)).isEmpty();
    }
  }

  /** Take over what the town says of a case. */
  public synchronized void seen(CaseDetail detail) {
    Optional<String> code =
        detail.publicCode().or(() -> find(detail.id()).flatMap(Card::publicCode));
    cards.put(detail.id(), Card.of(detail, code));
  }

  public synchronized boolean knows(String id) {
    return cards.containsKey(id);
  }

  public synchronized Optional<Card> find(String id) {
    return Optional.ofNullable(cards.get(id));
  }

  /** The first case about this condition of a device. */
  public synchronized Optional<Card> about(String device, String condition) {
    return cards.values().stream().filter(card -> card.isAbout(device, condition)).findFirst();
  }

  synchronized Collection<Card> all() {
    return List.copyOf(cards.values());
  }

  public synchronized int size() {
    return cards.size();
  }

  /** How many cases were reported before that time. */
  public synchronized long reportedBefore(Instant at) {
    return cards.values().stream().filter(card -> card.reportedAt().isBefore(at)).count();
  }

  /** Alerts that became two cases, and cases that were open beside another about the same. */
  public synchronized int duplicates() {
    int found = 0;
    Set<String> alerts = new HashSet<>();
    for (Card card : cards.values()) {
      boolean twice = card.alerts().stream().anyMatch(alert -> !alerts.add(alert));
      boolean beside =
          card.device().isPresent()
              && cards.values().stream()
                  .filter(other -> !other.id().equals(card.id()))
                  .filter(other -> other.isAbout(card.device().get(), card.condition()))
                  .anyMatch(other -> other.isOpenAt(card.reportedAt()));
      found += twice || beside ? 1 : 0;
    }
    return found;
  }
}
