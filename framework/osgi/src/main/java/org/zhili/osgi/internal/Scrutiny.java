package org.zhili.osgi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhili.core.shelf.JarFacts;
import org.zhili.core.shelf.JarReader;
import org.zhili.core.shelf.JarReading;
import org.zhili.core.shelf.PreFlight;
import org.zhili.core.shelf.ShelfBook;
import org.zhili.core.shelf.ShelfTrust;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.core.shelf.Shelved;
import org.zhili.core.shelf.SignatureCheck;
import org.zhili.core.shelf.SignatureCheck.Policy;
import org.zhili.core.shelf.Surroundings;
import org.zhili.core.shelf.TrustedVendors;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Looks newcomers over before any of their code runs. */
final class Scrutiny {
  private final ShelfBook book;
  private final TownBundles bundles;
  private final ShelfSettings settings;
  private final InstantSource clock;

  Scrutiny(ShelfBook book, TownBundles bundles, ShelfSettings settings, InstantSource clock) {
    this.book = book;
    this.bundles = bundles;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What was seen, a sentence each.
   *
   * @param objections why they are not let in
   * @param warnings what to think of when they are
   */
  record Verdict(List<Wording> objections, List<Wording> warnings) {}

  /**
   * Look over those who come at once, and may need each other.
   *
   * @param back who were let in before
   */
  Verdict of(List<JarFacts> newcomers, List<JarFacts> back) throws IOException {
    List<Text> objections = new ArrayList<>(PreFlight.objections(surroundings(), newcomers, back));
    back.forEach(jar -> objections.addAll(distrust(jar)));
    List<Text> warnings = new ArrayList<>();
    if (settings.signatures() != Policy.OFF) {
      TrustedVendors vendors = TrustedVendors.in(settings.vendors());
      boolean strict = settings.signatures() == Policy.ENFORCE;
      for (JarFacts jar : newcomers) {
        (strict ? objections : warnings)
            .addAll(SignatureCheck.doubts(vendors, jar, before(jar), clock.instant()));
      }
    }
    for (JarFacts jar : newcomers) {
      if (!jar.content().deeds().isEmpty()) {
        String deeds = jar.content().deeds().stream().sorted().collect(Collectors.joining(", "));
        warnings.add(Text.of("shelf.deeds", jar.name(), deeds));
      }
    }
    return new Verdict(ShelfWords.all(objections), ShelfWords.all(warnings));
  }

  /**
   * What speaks against one that was let in before: its jar is another, the city trusts its vendor
   * no more, the town has changed. None of its code runs for it.
   *
   * @param fit what it says of itself, if nothing speaks against it
   */
  record Anew(Optional<JarFacts> fit, List<Wording> objections) {
    static Anew judged(JarFacts jar, List<Text> objections) {
      return new Anew(
          objections.isEmpty() ? Optional.of(jar) : Optional.empty(), ShelfWords.all(objections));
    }

    static Anew unfit(Text why) {
      return new Anew(Optional.empty(), ShelfWords.all(List.of(why)));
    }
  }

  /** Judge one that was let in before. */
  Anew anew(Shelved shelved) throws IOException {
    Path file = book.jar(shelved.name(), shelved.current());
    JarReading reading = JarReader.read(file);
    if (reading instanceof JarReading.Unfit unfit) {
      return Anew.unfit(unfit.why());
    }
    JarFacts jar = ((JarReading.Read) reading).facts(); // JarReading is sealed
    if (!jar.sha256().equals(shelved.current().sha256())) {
      return Anew.unfit(Text.of("shelf.jar-changed", file.toString()));
    }
    List<Text> objections =
        new ArrayList<>(PreFlight.objections(surroundings(), List.of(), List.of(jar)));
    objections.addAll(distrust(jar));
    return Anew.judged(jar, objections);
  }

  private List<Text> distrust(JarFacts jar) {
    return settings.signatures() == Policy.ENFORCE
        ? SignatureCheck.lastingDoubts(TrustedVendors.in(settings.vendors()), jar, clock.instant())
        : List.of();
  }

  /** Why the city trusts one no more that runs. A jar that cannot be read now is for the start. */
  List<Wording> distrust(Shelved shelved) {
    if (settings.signatures() != Policy.ENFORCE) {
      return List.of();
    }
    JarReading reading = JarReader.read(book.jar(shelved.name(), shelved.current()));
    return reading instanceof JarReading.Read read
        ? ShelfWords.all(distrust(read.facts()))
        : List.of();
  }

  /** Who signed what was put in; a jar that cannot be read now is left out. */
  ShelfTrust trust() {
    TrustedVendors vendors = TrustedVendors.in(settings.vendors());
    List<ShelfTrust.Jar> jars =
        book.all().stream()
            .map(shelved -> JarReader.read(book.jar(shelved.name(), shelved.current())))
            .filter(JarReading.Read.class::isInstance)
            .map(reading -> vendors.jar(((JarReading.Read) reading).facts(), clock.instant()))
            .toList();
    return new ShelfTrust(settings.signatures(), vendors.cards(clock.instant()), jars);
  }

  private Surroundings surroundings() throws IOException {
    Map<String, String> here =
        book.all().stream()
            .collect(Collectors.toMap(Shelved::name, shelved -> shelved.current().version()));
    Path folder = Files.createDirectories(settings.folder());
    return bundles.surroundings(here, Files.getFileStore(folder).getUsableSpace());
  }

  private Optional<JarFacts> before(JarFacts jar) {
    return book.find(jar.name())
        .map(old -> JarReader.read(book.jar(old.name(), old.current())))
        .filter(JarReading.Read.class::isInstance)
        .map(reading -> ((JarReading.Read) reading).facts());
  }
}
