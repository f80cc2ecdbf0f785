package org.zhili.resources.internal.editions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.zhili.resources.internal.Form;

/**
 * A draft to be published.
 *
 * @param from the first day it is in force
 */
public record PublishBody(
    @NotNull @Size(max = 900_000) @Pattern(regexp = Form.PROSE) String text,
    @NotNull LocalDate from,
    @NotNull @NotBlank @Size(max = 500) @Pattern(regexp = Form.LINE) String reason) {}
