package org.zhili.city.maven.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** The parts there are, by name, as files of Karaf features list them. */
record Parts(Map<String, Part> byName) {
  Parts {
    byName = Map.copyOf(byName);
  }

  /** Read files of features. Where two have a part of the same name, the later one counts. */
  static Parts in(Collection<Path> files) throws IOException {
    Map<String, Part> all = new LinkedHashMap<>();
    for (Path file : files) {
      for (Element feature : FeaturesXml.read(file).features()) {
        Part part = part(feature);
        all.put(part.name(), part);
      }
    }
    return new Parts(all);
  }

  private static Part part(Element feature) {
    List<String> needs = new ArrayList<>();
    for (Element inner : FeaturesXml.children(feature, "feature")) {
      needs.add(inner.getTextContent().strip());
    }
    return new Part(feature.getAttribute("name"), needs);
  }

  Optional<Part> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** These parts and all that come along with them, as far as they are known. */
  Set<String> with(Collection<String> names) {
    Set<String> all = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (all.add(name)) {
        named(name).ifPresent(part -> open.addAll(part.needs()));
      }
    }
    return all;
  }

  /** What Zhili offers beside these. */
  Set<String> ofOursBeside(Collection<String> names) {
    Set<String> others = new TreeSet<>();
    byName.values().stream().filter(Part::isOurs).map(Part::name).forEach(others::add);
    others.removeAll(with(names));
    return others;
  }
}
