package org.zhili.core.edition;

import java.time.Instant;

/**
 * That a file of the city pack says something else than before, which overtakes what was published.
 *
 * @param part the calendar or the catalogue
 * @param number counts up from 1, for each part by itself
 * @param says the print of what it says by now
 * @param after number of the edition that was the latest: it and those before it hold no more
 */
public record PackChange(String part, int number, String says, int after, Instant at) {}
