@NullMarked
package org.zhili.persistence.throwaway;

import org.jspecify.annotations.NullMarked;
