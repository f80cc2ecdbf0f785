/** The story that is told through every door of a town, and the trace it must leave. */
@NullMarked
package org.zhili.embedded.story;

import org.jspecify.annotations.NullMarked;
