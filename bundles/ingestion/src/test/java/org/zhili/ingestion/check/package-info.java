@NullMarked
package org.zhili.ingestion.check;

import org.jspecify.annotations.NullMarked;
