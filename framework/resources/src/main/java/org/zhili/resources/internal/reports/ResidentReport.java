package org.zhili.resources.internal.reports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.PositionBody;

/**
 * What a resident reports. There is no field for a name or a number to call: whoever reports
 * follows by the code.
 *
 * @param matter id of what it is about
 * @param area the narrowest area the resident knows
 * @param position where the matter is
 * @param forAnother whether it is reported for somebody who cannot (代报)
 * @param same what a case nearby is named that is about the same; the report goes on in it, and is
 *     a case of its own where that is no longer open
 */
public record ResidentReport(
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String matter,
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String area,
    @NotBlank @Size(max = 200) @Pattern(regexp = Form.LINE) String address,
    Optional<@Valid PositionBody> position,
    @NotBlank @Size(max = 1000) @Pattern(regexp = Form.PROSE) String summary,
    Optional<Boolean> forAnother,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> same) {
  public ResidentReport {
    position = Objects.requireNonNullElse(position, Optional.empty());
    forAnother = Objects.requireNonNullElse(forAnother, Optional.empty());
    same = Objects.requireNonNullElse(same, Optional.empty());
  }
}
