/** What all resources share: how far a viewer sees, pages, words and refusals. */
@NullMarked
package org.zhili.resources.internal;

import org.jspecify.annotations.NullMarked;
