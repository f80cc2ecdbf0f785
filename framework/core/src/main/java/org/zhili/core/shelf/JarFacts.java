package org.zhili.core.shelf;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a jar says of itself, read before any of its code runs.
 *
 * @param name its symbolic name
 * @param version the version of the jar
 * @param needs packages it cannot do without
 * @param offers packages it lends to others
 * @param promises names of the services that will come with it, when it says so
 * @param host the bundle it wants to become a part of, which no plug-in may
 * @param java the lowest Java it runs on, when it says so
 * @param wildcards whose packages it may take at any time, whoever offers them: {@code org.*}
 */
public record JarFacts(
    String name,
    String version,
    List<Need> needs,
    List<Offer> offers,
    Set<String> promises,
    Optional<String> host,
    Optional<String> java,
    List<String> wildcards,
    Content content) {
  public JarFacts {
    needs = List.copyOf(needs);
    offers = List.copyOf(offers);
    promises = Set.copyOf(promises);
    wildcards = List.copyOf(wildcards);
  }

  /**
   * What its file is like.
   *
   * @param sha256 of the whole file, in hexadecimal digits
   * @param size of the file, in bytes
   * @param signers who signed every entry of it
   * @param deeds what its code can do that a plug-in has no business with, in short
   */
  public record Content(String sha256, long size, List<Signer> signers, Set<String> deeds) {
    public Content {
      signers = List.copyOf(signers);
      deeds = Set.copyOf(deeds);
    }
  }

  /** A package that must be there, in one of these versions. */
  public record Need(String packageName, VersionRange range) {}

  /** A package that comes with it. */
  public record Offer(String packageName, String version) {}

  public String sha256() {
    return content.sha256();
  }

  public long size() {
    return content.size();
  }

  /** Whether tables come with it, which are made or changed when it is put in. */
  public boolean hasTables() {
    return promises.contains("org.zhili.data.ModuleSchema");
  }
}
