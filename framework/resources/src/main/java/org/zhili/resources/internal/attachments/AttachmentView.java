package org.zhili.resources.internal.attachments;

import java.time.Instant;
import java.util.Optional;
import org.zhili.core.attachment.Attachment;
import org.zhili.resources.internal.PositionBody;

/**
 * What is known of a photo.
 *
 * @param reference the content of evidence that means it
 * @param takenAt when it was taken, as the device that took it says; so is the position
 */
public record AttachmentView(
    String id,
    String reference,
    String account,
    Instant storedAt,
    Optional<Instant> takenAt,
    Optional<PositionBody> position,
    int width,
    int height) {
  static AttachmentView of(Attachment attachment) {
    return new AttachmentView(
        attachment.id().toString(),
        attachment.reference(),
        attachment.account(),
        attachment.storedAt(),
        attachment.takenAt(),
        attachment.position().map(PositionBody::of),
        attachment.width(),
        attachment.height());
  }
}
