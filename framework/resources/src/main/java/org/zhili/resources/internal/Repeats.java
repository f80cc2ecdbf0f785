package org.zhili.resources.internal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Viewer;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.IdempotencyStore.Answered;
import org.zhili.core.store.Transactions;
import org.zhili.resources.problem.ProblemException;

/**
 * Does what is asked for under an {@code Idempotency-Key} once, however often and wherever it is
 * sent again.
 */
public final class Repeats {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final Transactions transactions;
  private final IdempotencyStore answers;
  private final InstantSource clock;

  public Repeats(Transactions transactions, IdempotencyStore answers, InstantSource clock) {
    this.transactions = transactions;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * A request that may come again.
   *
   * @param key given by its caller; without one every request is another
   * @param asked the operation and what it is about
   */
  public record Request(Optional<String> key, String asked, Record body) {
    /** Read it as it came; keys of two callers are never the same. */
    public static Request of(@Nullable String key, Viewer viewer, String asked, Record body) {
      return new Request(
          Optional.ofNullable(key).map(given -> key(given, viewer.account())), asked, body);
    }

    /** The same of callers without a login, who are told apart by their keys alone. */
    public static Request ofAnybody(@Nullable String key, String asked, Record body) {
      return new Request(Optional.ofNullable(key).map(given -> key(given, "")), asked, body);
    }

    private static String key(String key, String account) {
      if (!KEY.matcher(key).matches()) {
        throw Trouble.MALFORMED_KEY.problem();
      }
      return account + " " + key;
    }
  }

  /**
   * Do the work in a transaction, unless it was done.
   *
   * @param work answers enough to give the answer again, in at most 200 characters
   * @return what the work answered, now or then
   */
  public String once(Request request, Supplier<String> work) {
    String fingerprint = fingerprint(request);
    try {
      return Retry.onConflict(() -> tried(request, work));
    } catch (ProblemException refusal) {
      // it may be refused only because the same request, sent at the same time, was faster
      return transactions.read(() -> then(request, fingerprint)).orElseThrow(() -> refusal);
    }
  }

  /** The same, tried one time, for work that has to be prepared anew before it is tried again. */
  public String tried(Request request, Supplier<String> work) {
    String fingerprint = fingerprint(request);
    return transactions.run(
        () -> then(request, fingerprint).orElseGet(() -> now(request, fingerprint, work)));
  }

  /** What was answered when the same was asked before, so that its work is not begun in vain. */
  public Optional<String> before(Request request) {
    return request.key.isEmpty()
        ? Optional.empty()
        : transactions.read(() -> then(request, fingerprint(request)));
  }

  private static String fingerprint(Request request) {
    return Fingerprint.of(new Request(Optional.empty(), request.asked, request.body));
  }

  private Optional<String> then(Request request, String fingerprint) {
    return request.key.flatMap(answers::find).map(answered -> again(answered, fingerprint));
  }

  private static String again(Answered answered, String fingerprint) {
    if (!answered.fingerprint().equals(fingerprint)) {
      throw Trouble.KEY_REUSED.problem();
    }
    return answered.result();
  }

  private String now(Request request, String fingerprint, Supplier<String> work) {
    String result = work.get();
    request.key.ifPresent(
        key -> answers.remember(key, new Answered(fingerprint, result, clock.instant())));
    return result;
  }
}
