package org.zhili.resources.internal.editions;

import java.time.LocalDate;
import java.util.Optional;
import org.zhili.text.Wording;

/**
 * A part of the city's data that can be edited.
 *
 * @param name of a case type; the other two are called as the page calls them
 * @param edition the number of the edition in force; none while the pack or a module says it
 * @param waiting from when the edition that waits is in force
 */
public record PartView(
    String part, Optional<Wording> name, Optional<Integer> edition, Optional<LocalDate> waiting) {}
