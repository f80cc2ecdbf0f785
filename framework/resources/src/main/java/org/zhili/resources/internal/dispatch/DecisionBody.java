package org.zhili.resources.internal.dispatch;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.zhili.resources.internal.Form;

/**
 * What a person decides on a dispatch.
 *
 * @param lead the unit that handles the case
 * @param reason needed when the strategy advised another unit, or none
 */
public record DecisionBody(
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String lead,
    @Size(max = 50) List<@NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String> assisting,
    @Size(max = 50) List<@NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String> supervising,
    @Size(max = 50) List<@NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String> notified,
    @Size(max = 1000) @Pattern(regexp = Form.PROSE) String reason) {
  public DecisionBody {
    assisting = Objects.requireNonNullElse(assisting, List.of());
    supervising = Objects.requireNonNullElse(supervising, List.of());
    notified = Objects.requireNonNullElse(notified, List.of());
    reason = Objects.requireNonNullElse(reason, "");
  }
}
