package org.zhili.core.edition;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One edition (版本) of a part of the city's dated data.
 *
 * @param part as {@link Content#part()}
 * @param number counts up from 1, for each part by itself
 * @param from the first day it is in force, in the city's zone
 * @param over the print of what the city pack said when it was published: it holds for as long as
 *     the pack says the same; empty for a case type, whose version decides
 * @param reason why it was published
 * @param by the account that published it
 */
public record Edition(
    String part, int number, LocalDate from, String over, String reason, String by, Instant at) {}
