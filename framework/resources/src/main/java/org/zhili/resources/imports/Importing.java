package org.zhili.resources.imports;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhili.access.Viewer;
import org.zhili.core.city.Change;
import org.zhili.resources.security.Audit;
import org.zhili.text.Wording;

/**
 * A list that sheets are taken into, as its operations for single entries take one: with the same
 * checks and the same refusals. Thread-safe.
 *
 * @param <T> an entry; equal ones are the same
 */
public interface Importing<T> {
  Layout layout();

  /**
   * What a row asks for, held against the city's books; empty when it asks for nothing.
   *
   * @param checks what a single entry brought as JSON would be held to first
   * @throws org.zhili.resources.problem.ProblemException when it cannot be
   */
  Optional<T> read(Filled row, Viewer viewer, Checks checks);

  /**
   * What a sheet says of an entry in a column, as the list's export does; empty where it says
   * nothing. A list that is only added to has no entry to be told of.
   */
  default Optional<Wording> said(T entry, Field field) {
    return Optional.empty();
  }

  /** Hold entries against what is there; an answer for each, in their order. */
  List<Verdict<T>> judge(List<T> wanted, Viewer viewer);

  /**
   * Prepare what takes long, such as hashes of passwords, before anybody waits for it.
   *
   * @return writes in the running transaction, all or none, if nothing was changed meanwhile;
   *     answers what the caller has to know of each and learns only now, if there is something
   */
  Supplier<List<Told>> writer(List<Change<T>> changes, Viewer viewer);

  /**
   * Whether what the caller learns is secret. It is sealed then for an hour, for who sends the same
   * request again because the answer was lost, and the request's key must not be one to guess.
   */
  default boolean tellsSecrets() {
    return false;
  }

  /** What the audit keeps of an entry that was written, unless it has a history of its own. */
  default Optional<Audit.Done> noted(Change<T> change) {
    return Optional.empty();
  }
}
