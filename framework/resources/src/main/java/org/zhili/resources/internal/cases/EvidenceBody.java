package org.zhili.resources.internal.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.zhili.casework.Evidence;
import org.zhili.resources.internal.Form;

/**
 * Something that shows what happened.
 *
 * @param kind one that begins with {@code photo-} is a photo
 * @param content words; of a photo, the {@code reference} it was given when it was brought, or the
 *     https address where another system keeps it, which is shown and never followed
 */
public record EvidenceBody(
    @NotNull @Size(max = 40) @Pattern(regexp = Form.WORD) String kind,
    @NotBlank @Size(max = 2000) @Pattern(regexp = Form.PROSE) String content) {
  Evidence evidence() {
    return new Evidence(kind, content);
  }
}
