package org.zhili.resources.internal.attachments;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.Evidence;
import org.zhili.core.attachment.Attachment;
import org.zhili.core.attachment.AttachmentStore;
import org.zhili.core.attachment.AttachmentStore.Size;
import org.zhili.core.store.Transactions;
import org.zhili.device.Value;
import org.zhili.id.CaseId;
import org.zhili.resources.export.Turns;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Spooled;
import org.zhili.resources.internal.Trouble;

/**
 * Photos from when they are brought on. One belongs to the case of the first evidence that names
 * it; from then on it is seen by whoever sees the case, and until then by who brought it.
 */
public final class Attachments {
  /** How the kinds of evidence begin that are photos. */
  private static final String PHOTO = "photo-";

  private static final Pattern ELSEWHERE = Pattern.compile("https://[^\\s/]+(/\\S*)?");

  /** What somebody may bring before any of it belongs to a case. */
  private static final int MOST_LOOSE = 300;

  /** Decoding takes memory, so few are at it at the same time. */
  private static final int AT_ONCE = 2;

  private final AttachmentStore store;
  private final Transactions transactions;
  private final Repeats repeats;
  private final InstantSource clock;
  private final Turns drawing = new Turns(AT_ONCE);

  public Attachments(
      AttachmentStore store, Transactions transactions, Repeats repeats, InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.repeats = repeats;
    this.clock = clock;
  }

  /**
   * What the device that took a photo says of it.
   *
   * @param sha256 of the file, so that the same photo sent again is known
   */
  record Facts(String sha256, Optional<Instant> takenAt, Optional<Value.Position> position) {}

  /** Keep a photo, unless the same request has done so. */
  Attachment take(Spooled file, Facts facts, String account, Repeats.Request request) {
    Optional<String> before = repeats.before(request);
    String id = before.isPresent() ? before.get() : now(file, facts, account, request);
    return find(UUID.fromString(id)).orElseThrow(Trouble.NO_ATTACHMENT::problem);
  }

  private String now(Spooled file, Facts facts, String account, Repeats.Request request) {
    Photo photo = drawing.soon(() -> Photo.of(file.bytes())).orElseThrow(Trouble.BUSY::problem);
    return repeats.once(request, () -> keep(photo, facts, account));
  }

  private String keep(Photo photo, Facts facts, String account) {
    if (store.loose(account) >= MOST_LOOSE) {
      throw Trouble.TOO_MANY_LOOSE.problem(Integer.toString(MOST_LOOSE));
    }
    UUID id = UUID.randomUUID();
    store.add(
        new Attachment(
            id,
            account,
            clock.instant(),
            facts.takenAt(),
            facts.position(),
            photo.width(),
            photo.height(),
            Optional.empty()),
        photo.full(),
        photo.small());
    return id.toString();
  }

  Optional<Attachment> find(UUID id) {
    return transactions.read(() -> store.find(id));
  }

  Optional<byte[]> content(UUID id, Size size) {
    return transactions.read(() -> store.content(id, size));
  }

  List<Attachment> of(CaseId caseId) {
    return transactions.read(() -> store.of(caseId));
  }

  /** Let the photos an action names belong to its case, in the transaction of the action. */
  public void claim(CaseAction action, CaseId caseId, Actor by) {
    if (action instanceof CaseAction.Advance advance) {
      claim(advance.evidence(), caseId, by);
    } else if (action instanceof CaseAction.Meet meet) {
      claim(meet.evidence(), caseId, by);
    } else if (action instanceof CaseAction.Note note) {
      claim(note.evidence().stream().toList(), caseId, by);
    }
  }

  /**
   * The same of evidence; photos that are not there, or not theirs to show, are a refusal, and so
   * are words in place of a photo. Systems that keep photos themselves name them by https
   * addresses, which nobody here follows.
   */
  public void claim(List<Evidence> evidence, CaseId caseId, Actor by) {
    for (Evidence one : evidence) {
      Optional<UUID> meant = Attachment.meant(one.content());
      if (one.kind().startsWith(PHOTO)
          && meant.isEmpty()
          && !ELSEWHERE.matcher(one.content()).matches()) {
        throw Trouble.PHOTO_IN_WORDS.at("evidence." + one.kind());
      }
      meant
          .filter(id -> !belongs(id, caseId, by))
          .ifPresent(
              id -> {
                throw Trouble.WRONG_ATTACHMENT.at("evidence");
              });
    }
  }

  private boolean belongs(UUID id, CaseId caseId, Actor by) {
    return store
            .find(id)
            .filter(a -> a.caseId().map(caseId::equals).orElse(a.account().equals(by.name())))
            .isPresent()
        && store.attach(id, caseId);
  }
}
