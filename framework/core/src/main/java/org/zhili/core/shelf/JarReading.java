package org.zhili.core.shelf;

import org.zhili.text.Text;

/** What was found in a file that is said to be a jar. */
public sealed interface JarReading {
  /** It is whole, and says who it is. */
  record Read(JarFacts facts) implements JarReading {}

  /** Nothing can be made of it. */
  record Unfit(Text why) implements JarReading {}
}
