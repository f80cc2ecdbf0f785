package org.zhili.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/**
 * Keeps case files. Every call joins the transaction of its caller.
 *
 * <p>At most one case with a given report key is unfinished at a time; a second one fails with
 * {@link org.zhili.core.store.StoreConflict}, and so does an update of a file that has moved on.
 */
public interface CaseStore extends CaseTrends {
  void insert(CaseFile file);

  /** Replace the file whose version is one lower than this one's. */
  void update(CaseFile file);

  Optional<CaseFile> find(CaseId id);

  Optional<CaseFile> findByNumber(String number);

  Optional<CaseFile> findByPublicCode(String code);

  /** The unfinished case opened under this key. */
  Optional<CaseFile> findOpen(String key);

  /** Count up the numbers of a day, from 1. */
  long nextNumber(LocalDate day);

  /** How many unfinished cases each of these units leads; units without any are left out. */
  Map<UnitId, Integer> openCases(Set<UnitId> units);

  /** Ids of the types that unfinished cases have. */
  Set<String> unfinishedTypes();

  /**
   * Unfinished cases of a type, newest first.
   *
   * @param after go on after the case with this number; empty means from the newest
   */
  List<CaseFile> unfinished(String type, Optional<String> after, int limit);

  /** Cases that fit, newest first. */
  List<CaseFile> list(Query query);

  /**
   * Cases that fit, the one that is due first in front; those that nothing is due in come behind
   * them, newest first. Where the query goes on after is left aside.
   *
   * @param after go on behind this turn, wherever its case is now
   */
  List<Waiting> dueFirst(Query query, Optional<Turn> after);

  /** How many cases fit, whatever the page. */
  long count(Query query);

  /**
   * Keep when a case is due next, for lists; the file says by what.
   *
   * @param at empty while nothing is due in it
   */
  void due(CaseId id, Optional<Instant> at);

  /**
   * Keep the words of cases of before also without what names people, of the next below a number.
   *
   * @return the number to go on below; empty when all have been gone through
   */
  Optional<String> cover(String below, int limit);

  /** Cases reported before {@code until} that were not finished before {@code from}. */
  List<CaseFile> alive(Instant from, Instant until);

  /**
   * Cases that were reported from a time until another, by when that was and by number.
   *
   * @param after of those reported at that very time, only cases with a higher number
   */
  List<CaseFile> reportedFrom(Instant from, String after, Instant until, int limit);

  /** Whether another case at the asset was closed in this stretch of time. */
  boolean closedAt(AssetId asset, Instant from, Instant until, CaseId other);

  /** How many cases there are in each standing, and of the open ones in each state. */
  default Tally tally() {
    return tally(Set.of(), Set.of());
  }

  /**
   * The same for some of them.
   *
   * @param areas only cases that lie there; none for anywhere
   * @param units only cases that one of these units has a part in; none for anyone's
   */
  Tally tally(Set<AreaId> areas, Set<UnitId> units);

  /**
   * What to list.
   *
   * @param areas only cases in these areas; empty means anywhere
   * @param units only cases that one of these units has a part in; empty means anyone's
   * @param search by what else they are found
   * @param after go on after the case with this number; empty means from the newest
   * @param limit 1 to 200
   */
  record Query(
      Set<CaseState> states,
      Set<Standing> standings,
      Set<AreaId> areas,
      Set<UnitId> units,
      Optional<String> subject,
      Search search,
      Optional<String> after,
      int limit) {
    public Query {
      states = Set.copyOf(states);
      standings = Set.copyOf(standings);
      areas = Set.copyOf(areas);
      units = Set.copyOf(units);
      if (limit < 1 || limit > 200) {
        throw new IllegalArgumentException("a page has 1 to 200 cases, not " + limit);
      }
    }

    /** Without a search. */
    public Query(
        Set<CaseState> states,
        Set<Standing> standings,
        Set<AreaId> areas,
        Set<UnitId> units,
        Optional<String> subject,
        Optional<String> after,
        int limit) {
      this(states, standings, areas, units, subject, Search.ALL, after, limit);
    }

    /** The same cases, as far as this finds them. */
    public Query found(Search by) {
      return new Query(states, standings, areas, units, subject, by, after, limit);
    }

    public static Query newest(int limit) {
      return new Query(
          Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), limit);
    }
  }

  /**
   * By what cases are found among those of a place, a unit or a subject.
   *
   * @param text what their number, address or summary holds, in whatever case and as it is shown: a
   *     number of a person is found as a whole or not at all
   * @param ended whether they are at an end
   * @param dueBefore only cases in which something is due before this
   */
  record Search(Optional<String> text, Optional<Boolean> ended, Optional<Instant> dueBefore) {
    public static final Search ALL =
        new Search(Optional.empty(), Optional.empty(), Optional.empty());

    /** Cases in which something is due before a time. */
    public static Search dueBefore(Instant time) {
      return new Search(Optional.empty(), Optional.empty(), Optional.of(time));
    }
  }

  /** A case in the order of what is due, and its turn in it. */
  record Waiting(CaseFile file, Turn turn) {}

  /**
   * A place in the order of what is due.
   *
   * @param due empty behind all that is due
   */
  record Turn(Optional<Instant> due, String number) {}

  record Tally(Map<CaseState, Long> open, Map<Standing, Long> standings) {
    public Tally {
      open = Map.copyOf(open);
      standings = Map.copyOf(standings);
    }

    /** How many cases are at an end, and how many are not. */
    public Map<Boolean, Long> byEnd() {
      return standings.entrySet().stream()
          .collect(
              Collectors.partitioningBy(
                  counted -> counted.getKey().ended(),
                  Collectors.summingLong(Map.Entry::getValue)));
    }
  }
}
