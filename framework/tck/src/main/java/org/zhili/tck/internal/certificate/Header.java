package org.zhili.tck.internal.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A header of a manifest, taken apart at its commas: {@code a;version="[1.0,2)",b}. */
record Header(List<Clause> clauses) {
  private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");
  private static final Pattern PART = Pattern.compile("(?:[^;\"]|\"[^\"]*\")+");

  Header {
    clauses = List.copyOf(clauses);
  }

  static Header of(Optional<String> text) {
    return new Header(
        split(CLAUSE, text.orElse("")).stream()
            .flatMap(clause -> Clause.of(split(PART, clause)))
            .toList());
  }

  Optional<Clause> find(String name) {
    return clauses.stream().filter(clause -> clause.name().equals(name)).findFirst();
  }

  private static List<String> split(Pattern pattern, String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      parts.add(matcher.group().strip());
    }
    return parts;
  }

  /**
   * One name and what is said of it.
   *
   * @param version empty when none is named
   */
  record Clause(String name, Optional<String> version, boolean optional) {
    /** Several names may share what is said. */
    private static Stream<Clause> of(List<String> parts) {
      Optional<String> version = value(parts, "version=");
      boolean optional = value(parts, "resolution:=").filter("optional"::equals).isPresent();
      return parts.stream()
          .filter(part -> !part.contains("="))
          .map(name -> new Clause(name, version, optional));
    }

    private static Optional<String> value(List<String> parts, String key) {
      return parts.stream()
          .filter(part -> part.startsWith(key))
          .map(part -> part.substring(key.length()).replace("\"", ""))
          .findFirst();
    }

    @Override
    public String toString() {
      return version.map(found -> name + " " + found).orElse(name);
    }
  }
}
