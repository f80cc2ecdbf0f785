package org.zhili.resources.internal.editions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.CaseType;

/**
 * A part of the city's data as the file of the city pack would be.
 *
 * @param on the day it holds on
 * @param edition the number of the edition that says it; none for the pack or a module
 * @param seen the ETag of the part, to be sent as If-Match with what follows
 * @param today in the city's zone
 * @param sides who may take the side passages where a case type says nothing
 * @param faults what is wrong with it by now, since the pack changed after it was published
 */
public record TextView(
    String part,
    LocalDate on,
    Optional<Integer> edition,
    String text,
    String seen,
    LocalDate today,
    List<CaseType.Side> sides,
    List<FaultView> faults) {}
