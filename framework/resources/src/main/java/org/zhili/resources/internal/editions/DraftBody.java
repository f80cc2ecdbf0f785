package org.zhili.resources.internal.editions;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.zhili.resources.internal.Form;

/** A draft, as the file of the city pack would be. */
public record DraftBody(@NotNull @Size(max = 900_000) @Pattern(regexp = Form.PROSE) String text) {}
