package org.zhili.resources.internal.quarantine;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.zhili.resources.internal.Form;

/**
 * What is to be tried again.
 *
 * @param driver what this driver was asked about, and what no driver was found for; without one,
 *     what is due to be tried again
 */
public record ReplayBody(Optional<@Size(max = 100) @Pattern(regexp = Form.DRIVER) String> driver) {
  public ReplayBody {
    driver = Objects.requireNonNullElse(driver, Optional.empty());
  }
}
