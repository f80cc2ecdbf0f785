package org.zhili.core.attachment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.id.CaseId;

/** Photos in memory, under the promises of the port. */
public final class InMemoryAttachmentStore implements AttachmentStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<UUID, Kept> kept;

  public InMemoryAttachmentStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.kept = new InMemoryTable<>(transactions);
  }

  private static final class Kept {
    private final Attachment attachment;
    private final byte[] full;
    private final byte[] small;

    Kept(Attachment attachment, byte[] full, byte[] small) {
      this.attachment = attachment;
      this.full = full;
      this.small = small;
    }

    Kept in(CaseId caseId) {
      Attachment loose = attachment;
      return new Kept(
          new Attachment(
              loose.id(),
              loose.account(),
              loose.storedAt(),
              loose.takenAt(),
              loose.position(),
              loose.width(),
              loose.height(),
              Optional.of(caseId)),
          full,
          small);
    }
  }

  @Override
  public void add(Attachment attachment, byte[] full, byte[] small) {
    kept.put(attachment.id(), new Kept(attachment, full.clone(), small.clone()));
  }

  @Override
  public Optional<Attachment> find(UUID id) {
    return kept.get(id).map(one -> one.attachment);
  }

  @Override
  public Optional<byte[]> content(UUID id, Size size) {
    return kept.get(id).map(one -> (size == Size.FULL ? one.full : one.small).clone());
  }

  @Override
  public List<Attachment> of(CaseId caseId) {
    return those(one -> one.caseId().equals(Optional.of(caseId)));
  }

  @Override
  public int loose(String account) {
    return those(one -> one.caseId().isEmpty() && one.account().equals(account)).size();
  }

  private List<Attachment> those(Predicate<Attachment> wanted) {
    return kept.all().stream()
        .map(one -> one.attachment)
        .filter(wanted)
        .sorted(Comparator.comparing(Attachment::storedAt).thenComparing(Attachment::id))
        .toList();
  }

  @Override
  public boolean attach(UUID id, CaseId caseId) {
    return transactions.run(
        () -> {
          Optional<Kept> free =
              kept.get(id).filter(one -> one.attachment.caseId().map(caseId::equals).orElse(true));
          free.ifPresent(one -> kept.put(id, one.in(caseId)));
          return free.isPresent();
        });
  }

  @Override
  public int sweep(Instant before, int limit) {
    return transactions.run(
        () -> {
          List<Attachment> old =
              those(one -> one.caseId().isEmpty() && one.storedAt().isBefore(before)).stream()
                  .limit(limit)
                  .toList();
          old.forEach(one -> kept.remove(one.id()));
          return old.size();
        });
  }
}
