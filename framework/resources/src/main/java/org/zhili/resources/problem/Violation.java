package org.zhili.resources.problem;

import org.zhili.text.Wording;

/**
 * One thing that is wrong with a request.
 *
 * @param field where in the request, such as {@code position.latitude}
 */
public record Violation(String field, Wording messages) {}
