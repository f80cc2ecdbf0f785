package org.zhili.city.maven.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhili.text.Wording;

/**
 * What a city has chosen.
 *
 * @param names the parts it names
 * @param brokerElsewhere whether its settings name an MQTT broker of its own
 */
record Choice(List<String> names, boolean brokerElsewhere) {
  private static final String TOWN = "zhili-town";
  private static final String INGESTION = "zhili-ingestion";
  private static final String LISTENER = "zhili-listener";
  private static final String BROKER = "zhili-broker";

  Choice {
    names = List.copyOf(names);
  }

  /** Why no town can be made of it; empty when one can. */
  List<Wording> objections(Parts parts) {
    List<Wording> all = new ArrayList<>();
    Set<String> chosen = parts.with(names);
    if (!chosen.contains(TOWN)) {
      all.add(Objection.NO_TOWN.because(TOWN));
    }
    for (String name : new TreeSet<>(names)) {
      if (parts.named(name).isEmpty()) {
        all.add(Objection.UNKNOWN_PART.because(name, String.join(", ", parts.ofOursBeside(names))));
      }
    }
    all.addAll(aboutMessages(parts, chosen));
    return all;
  }

  private List<Wording> aboutMessages(Parts parts, Set<String> chosen) {
    List<Wording> all = new ArrayList<>();
    boolean brought = chosen.contains(INGESTION) || chosen.contains(LISTENER);
    List<String> readers = readers(parts, chosen);
    if (!brought && !readers.isEmpty()) {
      all.add(Objection.NOBODY_BRINGS.because(String.join(", ", readers), INGESTION, LISTENER));
    }
    if (chosen.contains(INGESTION) && !chosen.contains(BROKER) && !brokerElsewhere) {
      all.add(Objection.NO_BROKER.because(INGESTION, BROKER));
    }
    if (chosen.contains(BROKER) && !chosen.contains(INGESTION)) {
      all.add(Objection.NOBODY_LISTENS.because(BROKER, INGESTION));
    }
    return all;
  }

  private static List<String> readers(Parts parts, Collection<String> chosen) {
    return chosen.stream()
        .flatMap(name -> parts.named(name).stream())
        .filter(Part::readsMessages)
        .map(Part::name)
        .toList();
  }
}
