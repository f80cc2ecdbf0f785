@NullMarked
package org.zhili.ingestion.internal.check;

import org.jspecify.annotations.NullMarked;
