package org.zhili.core.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.audit.AuditStore.Head;
import org.zhili.core.store.Transactions;

/**
 * Adds notes to the audit, many in one transaction, on a thread of its own. Whoever notes something
 * waits until it is kept, but never for long: while the store is away notes wait in memory, and are
 * written when it is back. Thread-safe.
 *
 * <p>The end of the chain is told to the log once an hour while it grows, and when the writer ends:
 * an anchor outside the database, behind which nobody can cut unseen.
 */
public final class AuditWriter {
  private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);
  private static final int MOST_WAITING = 10_000;
  private static final int BATCH = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LEAVING = Duration.ofSeconds(5);
  private static final Duration ANCHOR_EVERY = Duration.ofHours(1);

  private final Transactions transactions;
  private final AuditStore store;
  private final InstantSource clock;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "zhili-audit");
  private List<AuditEntry> tried = List.of();
  private Instant anchored = Instant.MIN;
  private Head last = Head.EMPTY;
  private volatile boolean away;
  private volatile List<AuditNote> unwritten = List.of();

  /** Notes on their way; without one, the sign to end. */
  private record Waiting(List<AuditNote> note, CountDownLatch done) {}

  private AuditWriter(Transactions transactions, AuditStore store, InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Begin to write.
   *
   * @param clock real time, when ends are told
   */
  public static AuditWriter start(
      Transactions transactions, AuditStore store, InstantSource clock) {
    AuditWriter writer = new AuditWriter(transactions, store, clock);
    writer.thread.setDaemon(true);
    writer.thread.start();
    return writer;
  }

  /** Add a note; false when it could not be taken. */
  public boolean write(AuditNote note) {
    return write(List.of(note));
  }

  /** Add some notes, which are written together; false when they could not be taken. */
  public boolean write(List<AuditNote> notes) {
    if (notes.isEmpty()) {
      return true; // none would be the sign to end
    }
    Waiting waiting = new Waiting(List.copyOf(notes), new CountDownLatch(1));
    synchronized (queue) {
      if (ending.getCount() == 0 || queue.size() >= MOST_WAITING) {
        return false;
      }
      queue.add(waiting);
    }
    if (!away) {
      waitFor(waiting.done, PATIENCE);
    }
    return true;
  }

  /** How many notes wait to be written. */
  public int waiting() {
    return queue.size();
  }

  /** End, and tell what could not be written. */
  public List<AuditNote> end() {
    synchronized (queue) {
      ending.countDown();
      queue.add(new Waiting(List.of(), ending));
    }
    try {
      thread.join(LEAVING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Waiting> left = new ArrayList<>();
    queue.drainTo(left);
    return Stream.concat(unwritten.stream(), notes(left).stream()).toList();
  }

  private void work() {
    List<Waiting> batch = new ArrayList<>();
    boolean over = false;
    while (!over) {
      if (batch.isEmpty()) {
        take(batch);
      }
      boolean leaving = ending.getCount() == 0;
      boolean written = written(notes(batch));
      batch.forEach(waiting -> waiting.done.countDown());
      if (written) {
        over = batch.stream().anyMatch(waiting -> waiting.note.isEmpty());
        batch.clear();
      } else {
        over = leaving;
        waitFor(ending, PAUSE);
      }
    }
    unwritten = notes(batch);
    anchor();
  }

  private void take(List<Waiting> batch) {
    try {
      Waiting next = queue.take();
      for (int taken = 0; next != null; next = taken < BATCH ? queue.poll() : null) {
        batch.add(next);
        taken += next.note.size();
      }
    } catch (InterruptedException e) {
      LOG.debug("nobody interrupts it on purpose", e);
    }
  }

  private static List<AuditNote> notes(List<Waiting> waiting) {
    return waiting.stream().flatMap(one -> one.note.stream()).toList();
  }

  /** Whether the notes are kept now, or were by the try before, whose answer may have been lost. */
  private boolean written(List<AuditNote> notes) {
    if (notes.isEmpty()) {
      return true;
    }
    try {
      last = transactions.run(() -> append(notes));
      tried = List.of();
      if (away) {
        LOG.info("The audit is written again");
      }
      away = false;
      if (!clock.instant().minus(ANCHOR_EVERY).isBefore(anchored)) {
        anchor();
      }
      return true;
    } catch (RuntimeException e) {
      if (!away) {
        LOG.warn("The audit cannot be written; its notes wait: {}", e.toString());
      }
      away = true;
      return false;
    }
  }

  private Head append(List<AuditNote> notes) {
    Head end = store.lock();
    if (!tried.isEmpty()) {
      List<AuditEntry> there = store.after(tried.get(0).number() - 1, tried.size());
      if (there.equals(tried)) {
        return there.get(there.size() - 1).head();
      }
    }
    tried = AuditEntry.chained(end, notes);
    store.append(tried);
    return tried.get(tried.size() - 1).head();
  }

  private void anchor() {
    if (last.number() > 0) {
      LOG.info("Audit head {}: {}", last.number(), last.hash());
      anchored = clock.instant();
    }
  }

  private static void waitFor(CountDownLatch latch, Duration longest) {
    try {
      boolean done = latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
      LOG.trace("done: {}", done);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
