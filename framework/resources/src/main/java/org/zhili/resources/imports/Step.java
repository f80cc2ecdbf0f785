package org.zhili.resources.imports;

import org.zhili.core.city.Change;

/**
 * A row that asks for something.
 *
 * @param row as Excel counts
 */
record Step<T>(int row, Change<T> change) {}
