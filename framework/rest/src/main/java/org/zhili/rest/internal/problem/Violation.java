package org.zhili.rest.internal.problem;

import org.zhili.text.Wording;

/**
 * One thing that is wrong with a request.
 *
 * @param field where in the request, such as {@code position.latitude}; empty for the whole of it
 */
public record Violation(String field, Wording messages) {}
