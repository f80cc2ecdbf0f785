/**
 * Measures the town: its parts one by one with JMH, and a whole running town from outside.
 *
 * <p>Nothing here is part of a town, and nothing of it runs in a build.
 */
@NullMarked
package org.zhili.benchmarks;

import org.jspecify.annotations.NullMarked;
