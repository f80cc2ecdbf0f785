package org.zhili.access.internal.accounts;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets as the columns of accounts hold them: words in their order, with blanks between. */
final class Listed {
  private Listed() {}

  static <T> String words(Set<T> all, Function<T, String> word) {
    return all.stream().map(word).sorted().collect(Collectors.joining(" "));
  }

  static <T extends Comparable<T>> Set<T> read(String words, Function<String, T> form) {
    return Arrays.stream(words.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(form)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
