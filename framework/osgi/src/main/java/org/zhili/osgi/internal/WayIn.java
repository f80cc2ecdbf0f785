package org.zhili.osgi.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.core.shelf.JarFacts;
import org.zhili.core.shelf.JarSource.Found;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfBook;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.core.shelf.Shelved;
import org.zhili.text.Wording;

/** Leads in what lies in a file of the folder that is watched, as far as it is meant to come in. */
record WayIn(Placement placement, ShelfBook book) {

  /**
   * Put in what is new. What was here before, and lies now where the version in use came from, was
   * put back by hand and takes its place again: all of both at once or nothing, as they may need
   * each other. What else is known is left alone, and that is said.
   */
  Outcome take(List<Found> jars, String source) throws IOException {
    List<Found> news = new ArrayList<>();
    List<Found> back = new ArrayList<>();
    List<Wording> left = new ArrayList<>();
    for (Found found : jars) {
      Optional<Shelved> known = knowing(found.facts());
      if (known.isEmpty()) {
        news.add(found);
      } else if (liesAgain(known.get(), found.facts(), source)) {
        back.add(found);
      } else {
        left.addAll(whyLeft(known.get(), found.facts(), source));
      }
    }
    Outcome outcome = placement.put(news, back, source);
    if (outcome instanceof Outcome.Refused) {
      return outcome;
    }
    List<Wording> said = new ArrayList<>(outcome.sentences());
    said.addAll(left);
    return new Outcome.Done(said);
  }

  private Optional<Shelved> knowing(JarFacts jar) {
    return book.find(jar.name()).filter(shelved -> shelved.knows(jar.sha256()));
  }

  private static boolean liesAgain(Shelved shelved, JarFacts jar, String source) {
    return shelved.wasBefore(jar.sha256()) && shelved.source().equals(source);
  }

  private static List<Wording> whyLeft(Shelved shelved, JarFacts jar, String source) {
    if (shelved.current().sha256().equals(jar.sha256())) {
      return List.of();
    }
    String why = shelved.wasBefore(jar.sha256()) ? "left-replaced" : "left-withdrawn";
    String now = shelved.current().version();
    return List.of(ShelfWords.say(why, jar.name(), jar.version(), source, now));
  }
}
