package org.zhili.resources.internal.editions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.zhili.resources.internal.Form;

/**
 * A draft to be published.
 *
 * @param from the first day it is in force
 * @param ahead true when it may come before one that waits, which then follows it on its own day
 */
public record PublishBody(
    @NotNull @Size(max = 900_000) @Pattern(regexp = Form.PROSE) String text,
    @NotNull LocalDate from,
    @NotNull @NotBlank @Size(max = 500) @Pattern(regexp = Form.LINE) String reason,
    Optional<Boolean> ahead) {}
