package org.zhili.resources.internal.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.zhili.casework.CaseAction;
import org.zhili.resources.internal.Form;

/** What somebody did on the spot about what they report, with what shows it. */
public record HandledBody(
    @Size(max = 2000) @Pattern(regexp = Form.PROSE) String note,
    @Size(max = 20) List<@NotNull @Valid EvidenceBody> evidence) {
  private static final String ACTION = "self-handle";

  public HandledBody {
    note = Objects.requireNonNullElse(note, "");
    evidence = Objects.requireNonNullElse(evidence, List.of());
  }

  CaseAction action() {
    return new CaseAction.Advance(
        ACTION, note, evidence.stream().map(EvidenceBody::evidence).toList());
  }
}
