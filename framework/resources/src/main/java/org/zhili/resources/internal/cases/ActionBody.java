package org.zhili.resources.internal.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhili.casework.Limit;
import org.zhili.resources.internal.Form;

/**
 * What somebody does to a case; which of the fields it needs depends on the action.
 *
 * @param action one of those a case lists as possible
 * @param lead the unit that handles it, for {@code dispatch}
 * @param granted for {@code decide-return}
 * @param amount how much more time, for {@code extend}
 * @param unit the unit of {@code amount}
 * @param into id or number of the case it goes on in, for {@code merge}
 * @param solved with {@code stars} and {@code comment}, for {@code rate}
 */
public record ActionBody(
    @NotNull @Size(max = 40) @Pattern(regexp = Form.WORD) String action,
    @Size(max = 2000) @Pattern(regexp = Form.PROSE) String note,
    @Size(max = 1000) @Pattern(regexp = Form.PROSE) String reason,
    @Size(max = 20) List<@NotNull @Valid EvidenceBody> evidence,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> lead,
    @Size(max = 50) List<@NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String> assisting,
    @Size(max = 50) List<@NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String> supervising,
    @Size(max = 50) List<@NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String> notified,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> filing,
    Optional<Boolean> granted,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> milestone,
    Optional<@Min(1) @Max(1000) Integer> amount,
    Optional<Limit.LimitUnit> unit,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> into,
    Optional<Boolean> solved,
    Optional<@Min(1) @Max(5) Integer> stars,
    @Size(max = 500) @Pattern(regexp = Form.PROSE) String comment) {
  public ActionBody {
    note = Objects.requireNonNullElse(note, "");
    reason = Objects.requireNonNullElse(reason, "");
    evidence = Objects.requireNonNullElse(evidence, List.of());
    lead = Objects.requireNonNullElse(lead, Optional.empty());
    assisting = Objects.requireNonNullElse(assisting, List.of());
    supervising = Objects.requireNonNullElse(supervising, List.of());
    notified = Objects.requireNonNullElse(notified, List.of());
    filing = Objects.requireNonNullElse(filing, Optional.empty());
    granted = Objects.requireNonNullElse(granted, Optional.empty());
    milestone = Objects.requireNonNullElse(milestone, Optional.empty());
    amount = Objects.requireNonNullElse(amount, Optional.empty());
    unit = Objects.requireNonNullElse(unit, Optional.empty());
    into = Objects.requireNonNullElse(into, Optional.empty());
    solved = Objects.requireNonNullElse(solved, Optional.empty());
    stars = Objects.requireNonNullElse(stars, Optional.empty());
    comment = Objects.requireNonNullElse(comment, "");
  }
}
