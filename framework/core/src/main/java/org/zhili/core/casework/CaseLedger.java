package org.zhili.core.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseEvent;
import org.zhili.casework.CaseFile;
import org.zhili.core.store.Transactions;
import org.zhili.core.trace.TraceEntry;
import org.zhili.core.trace.TraceLog;

/** Writes a case and its trace together: never one without the other. */
public final class CaseLedger {
  static final String OPEN = "open";

  private final Transactions transactions;
  private final CaseStore store;
  private final TraceLog trace;

  public CaseLedger(Transactions transactions, CaseStore store, TraceLog trace) {
    this.transactions = transactions;
    this.store = store;
    this.trace = trace;
  }

  public Transactions transactions() {
    return transactions;
  }

  public CaseStore cases() {
    return store;
  }

  public TraceLog trace() {
    return trace;
  }

  CaseEvent opened(CaseFile file, Actor by, Instant at) {
    TreeMap<String, String> words = new TreeMap<>(ReportWords.of(file.report()));
    words.put("number", file.number());
    words.put("publicCode", file.publicCode());
    words.put("type", file.type().id());
    words.put("typeVersion", Integer.toString(file.type().version()));
    file.filing().ifPresent(filing -> words.put("filing", filing));
    store.insert(file);
    return write(file, by, at, OPEN, words, "");
  }

  CaseEvent moved(CaseFile file, CaseAction action, Actor by, Instant at, String advisor) {
    store.update(file);
    return write(file, by, at, action.name(), ActionWords.of(action), advisor);
  }

  private CaseEvent write(
      CaseFile file,
      Actor by,
      Instant at,
      String action,
      SortedMap<String, String> words,
      String advisor) {
    TreeMap<String, String> arguments = new TreeMap<>(words);
    arguments.put("roles", String.join(" ", new java.util.TreeSet<>(by.roles())));
    trace.append(
        new TraceEntry(
            file.id(),
            file.version(),
            at,
            by.name(),
            by.unit(),
            action,
            arguments,
            file.step(),
            file.state(),
            file.standing(),
            advisor,
            "",
            ""));
    return new CaseEvent(
        file.id(),
        file.version(),
        action,
        file.step(),
        file.state(),
        file.standing(),
        by.name(),
        at);
  }

  Optional<CaseFile> find(org.zhili.id.CaseId id) {
    return store.find(id);
  }
}
