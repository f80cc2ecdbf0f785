package org.zhili.core.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhili.core.plugin.VersionOrder;
import org.zhili.text.Text;

/**
 * Whether a jar can be let in at all, judged by what it says of itself before any of its code runs.
 */
public final class PreFlight {
  private static final String OURS = "org.zhili.";

  /** Copied, unpacked, and the old version beside it. */
  private static final int COPIES = 3;

  private final Surroundings town;
  private final List<JarFacts> together;
  private final List<Text> objections = new ArrayList<>();

  private PreFlight(Surroundings town, List<JarFacts> together) {
    this.town = town;
    this.together = together;
  }

  /**
   * All that speaks against letting these jars in, which come at once, and may need each other.
   *
   * @param news are no older than what is here
   * @param back were let in before
   * @return a sentence each, with its remedy
   */
  public static List<Text> objections(Surroundings town, List<JarFacts> news, List<JarFacts> back) {
    PreFlight check = new PreFlight(town, Stream.concat(news.stream(), back.stream()).toList());
    for (JarFacts jar : check.together) {
      check.place(jar);
      if (news.contains(jar)) {
        check.version(jar);
      }
      jar.needs().forEach(need -> check.need(jar, need));
      check.java(jar);
    }
    check.room(news);
    return List.copyOf(check.objections);
  }

  /** How much room jars of this size need, in bytes. */
  public static long room(long bytes) {
    return bytes * COPIES;
  }

  private void object(String key, String... arguments) {
    objections.add(Text.of("shelf." + key, arguments));
  }

  /** It takes nobody's place, and is part of nobody else. */
  private void place(JarFacts jar) {
    jar.host().ifPresent(host -> object("part-of-another", jar.name(), host));
    if (town.reserved().contains(jar.name())) {
      object("name-reserved", jar.name());
    }
    jar.offers().stream()
        .map(JarFacts.Offer::packageName)
        .filter(town.ownPackages()::contains)
        .forEach(name -> object("package-reserved", jar.name(), name));
  }

  private void version(JarFacts jar) {
    String here = town.installed().get(jar.name());
    if (here == null) {
      return;
    }
    int order = new VersionOrder().compare(jar.version(), here);
    if (order < 0) {
      object("older", jar.name(), jar.version(), here);
    } else if (order == 0) {
      object("same-version", jar.name(), jar.version());
    }
  }

  private void need(JarFacts jar, JarFacts.Need need) {
    List<String> offered = offered(need.packageName());
    if (offered.stream().anyMatch(need.range()::includes) || isOfJava(need.packageName())) {
      return;
    }
    String wanted = need.range().low();
    if (offered.isEmpty() && need.range().equals(VersionRange.ANY)) {
      object("package-missing-any", jar.name(), need.packageName());
    } else if (offered.isEmpty()) {
      object("package-missing", jar.name(), need.packageName(), wanted);
    } else if (need.packageName().startsWith(OURS)) {
      String here = offered.get(0);
      object("api-other", jar.name(), need.packageName(), wanted, here, major(here));
    } else {
      object("package-other", jar.name(), need.packageName(), wanted, String.join(", ", offered));
    }
  }

  private List<String> offered(String name) {
    Stream<String> brought =
        together.stream()
            .flatMap(jar -> jar.offers().stream())
            .filter(offer -> offer.packageName().equals(name))
            .map(JarFacts.Offer::version);
    return Stream.concat(town.packages().getOrDefault(name, List.of()).stream(), brought).toList();
  }

  private static boolean isOfJava(String name) {
    return name.startsWith("java.");
  }

  private static String major(String version) {
    int dot = version.indexOf('.');
    return dot < 0 ? version : version.substring(0, dot);
  }

  private void java(JarFacts jar) {
    jar.java()
        .filter(wanted -> new VersionOrder().compare(wanted, town.java()) > 0)
        .ifPresent(wanted -> object("java-newer", jar.name(), wanted, town.java()));
  }

  /** What comes back is on the disk already. */
  private void room(List<JarFacts> news) {
    long needed = room(news.stream().mapToLong(JarFacts::size).sum());
    if (needed > town.freeBytes()) {
      object("no-room", Long.toString(mebibytes(needed)), Long.toString(town.freeBytes() >> 20));
    }
  }

  private static long mebibytes(long bytes) {
    return (bytes + (1L << 20) - 1) >> 20;
  }
}
