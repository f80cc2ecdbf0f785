package org.zhili.demo.city.ledger;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.demo.city.town.Answers.Alarm;
import org.zhili.demo.city.town.Answers.Alarms;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Refusal;

/** Holds the ledger against what the town says became of each device's alarms. One thread. */
public final class Auditor {
  /** The town makes cases after it has acknowledged, so one look too early proves nothing. */
  private static final int LOOKS = 8;

  private final Ledger ledger;
  private final Casebook casebook;
  private final Login operator;
  private final Map<Ledger.Key, Long> settled = new HashMap<>();
  private final Map<Ledger.Key, Doubt> doubts = new HashMap<>();

  private record Doubt(int looks, long lost) {}

  public Auditor(Ledger ledger, Casebook casebook, Login operator) {
    this.ledger = ledger;
    this.casebook = casebook;
    this.operator = operator;
  }

  /**
   * Look at some entries that are not settled yet.
   *
   * @return how many messages seem to be lost so far
   */
  public long look(int most) throws Refusal {
    List<Map.Entry<Ledger.Key, Long>> open =
        ledger.owed().entrySet().stream()
            .filter(entry -> !entry.getValue().equals(settled.get(entry.getKey())))
            .limit(most)
            .toList();
    for (Map.Entry<Ledger.Key, Long> entry : open) {
      Ledger.Key key = entry.getKey();
      long lost = Verdict.of(key, entry.getValue(), alarms(key.device()), casebook).lost();
      if (lost == 0) {
        settled.put(key, entry.getValue());
        doubts.remove(key);
      } else {
        int looks = Optional.ofNullable(doubts.get(key)).map(Doubt::looks).orElse(0);
        doubts.put(key, new Doubt(looks + 1, lost));
      }
    }
    return doubts.values().stream()
        .filter(doubt -> doubt.looks() >= LOOKS)
        .mapToLong(Doubt::lost)
        .sum();
  }

  /** Go through the whole ledger. */
  public Verdict audit() throws Refusal {
    Map<String, List<Alarm>> alarms = new HashMap<>();
    Verdict sum = Verdict.NOTHING;
    for (Map.Entry<Ledger.Key, Long> entry : ledger.owed().entrySet()) {
      String device = entry.getKey().device();
      List<Alarm> known = alarms.get(device);
      if (known == null) {
        known = alarms(device);
        alarms.put(device, known);
      }
      sum = sum.plus(Verdict.of(entry.getKey(), entry.getValue(), known, casebook));
    }
    return sum;
  }

  private List<Alarm> alarms(String device) throws Refusal {
    List<Alarm> all = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      String after =
          next.map(key -> "&after=" + URLEncoder.encode(key, StandardCharsets.UTF_8)).orElse("");
      Alarms page = operator.get("devices/" + device + "/alarms?limit=200" + after, Alarms.class);
      all.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    return all;
  }
}
