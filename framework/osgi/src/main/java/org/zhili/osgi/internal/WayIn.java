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
   * put back by hand and takes its place again. What else is known is left alone, and that is said.
   */
  Outcome take(List<Found> jars, String source) throws IOException {
    List<Found> news = jars.stream().filter(one -> knowing(one.facts()).isEmpty()).toList();
    Outcome outcome = placement.put(news, source, false);
    List<Wording> said = new ArrayList<>(outcome.sentences());
    for (Found found : jars) {
      Optional<Shelved> shelved = knowing(found.facts());
      if (outcome instanceof Outcome.Done && shelved.isPresent() && !news.contains(found)) {
        outcome = again(shelved.get(), found.facts(), source);
        said.addAll(outcome.sentences());
      }
    }
    return outcome instanceof Outcome.Done ? new Outcome.Done(said) : outcome;
  }

  private Optional<Shelved> knowing(JarFacts jar) {
    return book.find(jar.name()).filter(shelved -> shelved.knows(jar.sha256()));
  }

  private Outcome again(Shelved shelved, JarFacts jar, String source) throws IOException {
    if (shelved.current().sha256().equals(jar.sha256())) {
      return new Outcome.Done(List.of());
    }
    boolean isBefore = shelved.wasBefore(jar.sha256());
    if (isBefore && shelved.source().equals(source)) {
      return placement.putBack(shelved);
    }
    String why = isBefore ? "left-replaced" : "left-withdrawn";
    String now = shelved.current().version();
    return new Outcome.Done(List.of(ShelfWords.say(why, jar.name(), jar.version(), source, now)));
  }
}
