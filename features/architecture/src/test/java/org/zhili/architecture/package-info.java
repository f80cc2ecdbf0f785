/**
 * What may know what, and what things are called: rules over every jar of the town, as tests.
 *
 * <p>{@link org.zhili.architecture.Rules} lists them; {@link org.zhili.architecture.Exemptions}
 * lists what is let off. The package {@code planted} breaks each rule once, to show that it bites.
 */
@NullMarked
package org.zhili.architecture;

import org.jspecify.annotations.NullMarked;
