package org.zhili.dispatch;

import org.zhili.city.Unit;

/**
 * A unit that could be given the case.
 *
 * @param openCases how many cases it leads at present
 */
public record Candidate(Unit unit, int openCases) {}
