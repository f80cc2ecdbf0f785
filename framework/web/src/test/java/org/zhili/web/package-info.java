@NullMarked
package org.zhili.web;

import org.jspecify.annotations.NullMarked;
