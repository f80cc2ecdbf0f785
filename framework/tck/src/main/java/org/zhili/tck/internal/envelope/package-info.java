/** What the contract of envelopes is made of. */
@NullMarked
package org.zhili.tck.internal.envelope;

import org.jspecify.annotations.NullMarked;
