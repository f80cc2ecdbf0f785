package org.zhili.resources.internal.cases;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.zhili.resources.internal.Form;

/**
 * Why somebody has to see what names people.
 *
 * @param reason kept in the audit with who asked and when
 */
public record DisclosureBody(
    @NotNull @Size(max = 200) @Pattern(regexp = Form.LINE) String reason) {}
