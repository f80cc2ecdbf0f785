package org.zhili.core.city;

import java.util.Optional;

/**
 * An entry of a register that is to be written.
 *
 * @param before what was there when it was worked out
 */
public record Change<T>(Optional<T> before, T after) {}
