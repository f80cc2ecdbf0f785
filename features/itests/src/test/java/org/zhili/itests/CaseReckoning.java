package org.zhili.itests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Evidence;
import org.zhili.core.dispatch.WorkOrder;
import org.zhili.core.trace.TraceEntry;
import org.zhili.itests.Books.Alert;

/**
 * Follows every alert to its case, and looks whether each case has lived by the rules: one open
 * case for a thing, every alert opened or joined one exactly once, each dispatched once, and its
 * trace, unbroken, plays back to what is stored.
 */
final class CaseReckoning {
  private static final String INTAKE = "alert-intake";

  private final Books books;
  private final Map<String, Long> annulments;
  private final Map<String, List<Alert>> alerts = new TreeMap<>();
  private final List<CaseFile> cases;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> opening = new HashSet<>();
  private int joined;

  CaseReckoning(Ledger ledger, Books books) {
    this.books = books;
    annulments = new TreeMap<>(ledger.annulments());
    for (Alert alert : books.alerts()) {
      String key = "device " + alert.device() + " " + alert.condition();
      alerts.computeIfAbsent(key, k -> new ArrayList<>()).add(alert);
    }
    cases = books.cases();
  }

  int cases() {
    return cases.size();
  }

  /** How many alerts joined a case that was open. */
  int joined() {
    return joined;
  }

  /** Everything that is not as it must be, one line each. */
  List<String> faults() {
    Map<String, List<CaseFile>> byKey = new TreeMap<>();
    cases.forEach(
        file -> byKey.computeIfAbsent(file.report().key(), k -> new ArrayList<>()).add(file));
    byKey.forEach(this::thing);
    for (String key : alerts.keySet()) {
      if (!byKey.containsKey(key)) {
        faults.add("no case at all: " + key);
      }
    }
    annulments.forEach((id, version) -> faults.add("not annulled, though said so: " + id));
    books.trace().verifyAll().forEach(finding -> faults.add("trace: " + finding));
    List<Long> length = books.traceLength();
    if (!length.get(0).equals(length.get(1))) {
      faults.add("the log has " + length.get(0) + " entries up to position " + length.get(1));
    }
    return faults;
  }

  /** All cases of one condition of one device. */
  private void thing(String key, List<CaseFile> files) {
    List<Alert> raised = alerts.getOrDefault(key, List.of());
    long open = files.stream().filter(file -> !file.standing().ended()).count();
    if (open > 1) {
      faults.add(open + " open cases: " + key);
    }
    int joins = 0;
    int clears = 0;
    for (CaseFile file : files) {
      List<TraceEntry> trace = books.trace().of(file.id());
      joins += notes(trace, "report");
      clears += notes(trace, "alert-cleared");
      opened(file);
      lived(file, trace);
      dispatched(file, trace);
    }
    if (files.size() + joins != raised.size()) {
      faults.add(key + ": " + raised.size() + " alerts, but " + files.size() + " cases + " + joins);
    }
    long over = raised.stream().filter(Alert::over).count();
    // a case that was annulled is told no more
    boolean untouched = files.stream().noneMatch(file -> file.standing().ended());
    if (clears > over || (untouched && clears < over)) {
      faults.add(key + ": " + over + " alerts are over, " + clears + " were noted");
    }
    joined += joins;
  }

  private static int notes(List<TraceEntry> trace, String kind) {
    return (int)
        trace.stream()
            .filter(e -> e.action().equals("note") && e.actor().equals(INTAKE))
            .filter(e -> e.argument("evidence.0.kind").filter(kind::equals).isPresent())
            .count();
  }

  private void opened(CaseFile file) {
    for (Evidence evidence : file.report().evidence()) {
      if (evidence.kind().equals("alert")) {
        boolean known =
            alerts.getOrDefault(file.report().key(), List.of()).stream()
                .anyMatch(alert -> alert.id().equals(UUID.fromString(evidence.content())));
        if (!known || !opening.add(evidence.content())) {
          faults.add("alert " + evidence.content() + " opened no or another case: " + file);
        }
      }
    }
  }

  private void lived(CaseFile file, List<TraceEntry> trace) {
    books.trace().verify(file.id()).forEach(finding -> faults.add("trace: " + finding));
    try {
      CaseFile replayed = books.replayed(trace);
      if (!replayed.equals(file)) {
        faults.add("replayed " + replayed + " but stored " + file);
      }
    } catch (IllegalArgumentException e) {
      faults.add("illegal step: " + e.getMessage());
    }
    Long annulled = annulments.remove(file.id().toString());
    if (annulled != null
        && trace.stream().noneMatch(e -> e.sequence() == annulled && e.action().equals("annul"))) {
      faults.add("not annulled at " + annulled + ", though said so: " + file);
    }
  }

  /** No case waits, and no unit was given the same order twice. */
  private void dispatched(CaseFile file, List<TraceEntry> trace) {
    if (!file.standing().ended() && file.state() != CaseState.DISPATCHED) {
      faults.add("not dispatched: " + file);
    }
    long rounds = trace.stream().filter(e -> e.action().equals("dispatch")).count();
    Set<List<Object>> issued = new HashSet<>();
    long leads = 0;
    for (WorkOrder order : books.orders(file.id())) {
      leads += order.role() == WorkOrder.Role.LEAD ? 1 : 0;
      if (!issued.add(List.of(order.unit(), order.role(), order.round()))) {
        faults.add("issued twice: " + order);
      }
      if (order.status() == WorkOrder.Status.ISSUED || order.status() == WorkOrder.Status.FAILED) {
        faults.add("not delivered: " + order);
      }
    }
    if (rounds > 1 || leads != rounds) {
      faults.add(rounds + " dispatches, " + leads + " orders to a lead: " + file);
    }
  }
}
