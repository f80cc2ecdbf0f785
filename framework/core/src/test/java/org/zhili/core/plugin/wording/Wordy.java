package org.zhili.core.plugin.wording;

import java.util.function.UnaryOperator;

/** A plug-in in a package of its own, with words beside it. */
public final class Wordy implements UnaryOperator<String> {
  @Override
  public String apply(String word) {
    return word;
  }
}
