package org.zhili.core.attachment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhili.device.Value;
import org.zhili.id.CaseId;

/**
 * A photo, without the photo itself.
 *
 * @param account who brought it
 * @param takenAt when it was taken, as the device that took it says
 * @param position where, as that device says
 * @param caseId the case it belongs to; until then only who brought it may look at it
 */
public record Attachment(
    UUID id,
    String account,
    Instant storedAt,
    Optional<Instant> takenAt,
    Optional<Value.Position> position,
    int width,
    int height,
    Optional<CaseId> caseId) {
  private static final String PREFIX = "attachment:";
  private static final Pattern REFERENCE =
      Pattern.compile(PREFIX + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** What evidence says that means it. */
  public String reference() {
    return PREFIX + id;
  }

  /** The photo that the content of evidence means; other evidence means none. */
  public static Optional<UUID> meant(String content) {
    Matcher reference = REFERENCE.matcher(content);
    return reference.matches()
        ? Optional.of(UUID.fromString(reference.group(1)))
        : Optional.empty();
  }
}
