package org.zhili.resources.internal.inbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.city.DeviceBody;

/**
 * What an unknown device becomes.
 *
 * @param id what the town calls it; without one, what is suggested. A device that is behind no
 *     network keeps its own
 * @param device what is registered; its network is the one it is behind, whatever is said here
 */
public record ApprovalBody(
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> id,
    @Valid @NotNull DeviceBody device) {
  public ApprovalBody {
    id = Objects.requireNonNullElse(id, Optional.empty());
  }
}
