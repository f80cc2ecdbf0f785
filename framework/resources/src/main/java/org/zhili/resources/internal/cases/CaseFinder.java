package org.zhili.resources.internal.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.CaseWords;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Finds cases by what people call them, for those who may see them. */
public final class CaseFinder {
  private static final Pattern NUMBER = Pattern.compile("ZL-\\d{8}-\\d{6,12}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final CaseLedger ledger;
  private final Scope scope;
  private final CaseWords words;

  public CaseFinder(CaseLedger ledger, Scope scope, CaseWords words) {
    this.ledger = ledger;
    this.scope = scope;
    this.words = words;
  }

  /** Find by id or number. A case the viewer may not see is as unknown as one there never was. */
  public Optional<CaseFile> find(String idOrNumber, Viewer viewer) {
    return any(idOrNumber).filter(file -> scope.sees(viewer, file));
  }

  /** Whether the viewer may see the case. */
  boolean sees(CaseFile file, Viewer viewer) {
    return scope.sees(viewer, file);
  }

  /** The same, where there is no way on without it. */
  public CaseFile need(String idOrNumber, Viewer viewer) {
    return find(idOrNumber, viewer).orElseThrow(() -> unknown(idOrNumber));
  }

  /**
   * Which case somebody means, whether or not they may see it: whoever only repeats what they did
   * is told by their key. Nothing of the case is to be shown before {@link #need} was asked.
   */
  public CaseId meant(String idOrNumber) {
    return any(idOrNumber).map(CaseFile::id).orElseThrow(() -> unknown(idOrNumber));
  }

  private ProblemException unknown(String idOrNumber) {
    Text why = Text.of("casework.unknown-case", shown(idOrNumber));
    Wording told = words.refusal(why, Optional.empty());
    return new ProblemException(Problem.of(404, "ZL-2001", told, List.of()));
  }

  /** Find the open case about the thing and condition of this key. */
  public Optional<CaseFile> open(String key, Viewer viewer) {
    return ledger
        .transactions()
        .read(() -> ledger.cases().findOpen(key))
        .filter(file -> scope.sees(viewer, file));
  }

  /** Those of these cases that a viewer may see. */
  public Map<CaseId, CaseFile> visible(Collection<CaseId> ids, Viewer viewer) {
    Map<CaseId, CaseFile> visible = new HashMap<>();
    ledger
        .transactions()
        .read(
            () -> Set.copyOf(ids).stream().flatMap(id -> ledger.cases().find(id).stream()).toList())
        .stream()
        .filter(file -> scope.sees(viewer, file))
        .forEach(file -> visible.put(file.id(), file));
    return visible;
  }

  /** The case as it is now, for whoever has just moved it. */
  CaseFile present(CaseId id) {
    return ledger
        .transactions()
        .read(() -> ledger.cases().find(id))
        .orElseThrow(() -> unknown(id.toString()));
  }

  private Optional<CaseFile> any(String idOrNumber) {
    CaseStore cases = ledger.cases();
    if (NUMBER.matcher(idOrNumber).matches()) {
      return ledger.transactions().read(() -> cases.findByNumber(idOrNumber));
    }
    if (ID.matcher(idOrNumber).matches()) {
      return ledger.transactions().read(() -> cases.find(CaseId.of(idOrNumber)));
    }
    return Optional.empty();
  }

  private static String shown(String text) {
    return text.length() <= 64 ? text : text.substring(0, 64);
  }

  Paging.Page<CaseFile> list(CaseStore.Query wanted, Viewer viewer) {
    return scope
        .narrow(viewer, wanted)
        .map(query -> ledger.transactions().read(() -> ledger.cases().list(query)))
        .map(files -> Paging.of(files, wanted.limit(), CaseFile::number))
        .orElse(new Paging.Page<>(List.of(), Optional.empty()));
  }

  /** The same, first what is due first. */
  Paging.Page<CaseStore.Waiting> dueFirst(
      CaseStore.Query wanted, Optional<CaseStore.Turn> after, Viewer viewer) {
    return scope
        .narrow(viewer, wanted)
        .map(query -> ledger.transactions().read(() -> ledger.cases().dueFirst(query, after)))
        .map(found -> Paging.of(found, wanted.limit(), last -> CaseSearch.key(last.turn())))
        .orElse(new Paging.Page<>(List.of(), Optional.empty()));
  }
}
