package org.zhili.resources.internal.progress;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.zhili.resources.internal.Form;

/** Why a resident urges, or wants a closed case opened again. */
public record AppealBody(@NotBlank @Size(max = 500) @Pattern(regexp = Form.PROSE) String reason) {}
