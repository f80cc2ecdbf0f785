/** From the results of the rules and the built jar to the certificate of a plug-in. */
@NullMarked
package org.zhili.tck.internal.certificate;

import org.jspecify.annotations.NullMarked;
