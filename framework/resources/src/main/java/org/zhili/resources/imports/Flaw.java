package org.zhili.resources.imports;

import java.util.Optional;
import org.zhili.text.Wording;

/**
 * Something that is not right in a sheet.
 *
 * @param row as Excel counts
 * @param field where in the row; empty when it is about all of it
 * @param code stable, {@code ZL-nnnn}: the one that a single entry is refused with
 */
public record Flaw(int row, Optional<Field> field, String code, Wording said) {}
