/** Find out whether a broker keeps what the town promises about messages, by trying it. */
@NullMarked
package org.zhili.ingestion.internal.check;

import org.jspecify.annotations.NullMarked;
