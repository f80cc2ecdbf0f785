@org.jspecify.annotations.NullMarked
package org.zhili.sheets;
