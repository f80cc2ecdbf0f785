package org.zhili.resources.internal.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhili.alert.Severity;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.PositionBody;

/**
 * A matter somebody reports by hand.
 *
 * @param type id of a case type
 * @param filing the condition it is filed under; without one a person decides
 * @param source where it came from, such as {@code hotline}
 * @param severity {@code MINOR} when not given
 * @param asset the asset it is about; a second report about the same joins the open case
 * @param handled what whoever found it has done about it on the spot (自行处置); it is reported and
 *     finished at once, or neither
 */
public record ReportBody(
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String type,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> filing,
    @NotNull @Size(max = 40) @Pattern(regexp = Form.WORD) String source,
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String subject,
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String condition,
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String area,
    @NotBlank @Size(max = 200) @Pattern(regexp = Form.LINE) String address,
    Optional<@Valid PositionBody> position,
    @NotBlank @Size(max = 1000) @Pattern(regexp = Form.PROSE) String summary,
    Optional<Severity> severity,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> asset,
    @Size(max = 20) List<@NotNull @Valid EvidenceBody> evidence,
    Optional<@Valid HandledBody> handled) {
  public ReportBody {
    filing = Objects.requireNonNullElse(filing, Optional.empty());
    position = Objects.requireNonNullElse(position, Optional.empty());
    severity = Objects.requireNonNullElse(severity, Optional.empty());
    asset = Objects.requireNonNullElse(asset, Optional.empty());
    evidence = Objects.requireNonNullElse(evidence, List.of());
    handled = Objects.requireNonNullElse(handled, Optional.empty());
  }
}
