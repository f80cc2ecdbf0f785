package org.zhili.core.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhili.id.CaseId;

/** Keeps photos. Every call joins the transaction of its caller. */
public interface AttachmentStore {
  /** How large a photo is wanted. */
  enum Size {
    FULL,
    SMALL
  }

  /**
   * Keep a photo.
   *
   * @param full the photo, as JPEG
   * @param small the same for lists
   */
  void add(Attachment attachment, byte[] full, byte[] small);

  Optional<Attachment> find(UUID id);

  /** The photo itself, as JPEG. */
  Optional<byte[]> content(UUID id, Size size);

  /** The photos of a case, the oldest first. */
  List<Attachment> of(CaseId caseId);

  /** How many photos somebody has brought that belong to no case. */
  int loose(String account);

  /**
   * Let a photo belong to a case.
   *
   * @return whether it belongs to it now; not when there is none, or it belongs to another
   */
  boolean attach(UUID id, CaseId caseId);

  /**
   * Forget at most {@code limit} photos that were stored before that time and belong to no case,
   * and say how many it were.
   */
  int sweep(Instant before, int limit);
}
