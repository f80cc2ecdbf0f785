package org.zhili.core.shelf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.core.shelf.TrustedVendors.Standing;
import org.zhili.text.Text;

/** Whether a jar comes from somebody the city trusts. */
public final class SignatureCheck {
  private static final String EXPIRED = "shelf.signature-expired";

  private SignatureCheck() {}

  /** What the city does about jars that do not. */
  public enum Policy {
    /** Nothing. */
    OFF,
    /** Say so, and let them in. */
    WARN,
    /** Refuse them. */
    ENFORCE
  }

  /**
   * What is to be said against it.
   *
   * @param before the version whose place it takes: its signer is the only one who may
   */
  public static List<Text> doubts(
      TrustedVendors vendors, JarFacts jar, Optional<JarFacts> before, Instant now) {
    List<Text> doubts = new ArrayList<>();
    List<Signer> signers = jar.content().signers();
    if (signers.isEmpty()) {
      doubts.add(Text.of("shelf.unsigned", jar.name()));
    } else if (signers.stream().noneMatch(signer -> is(Standing.TRUSTED, vendors, signer, now))) {
      Signer first = signers.get(0);
      boolean expired = is(Standing.EXPIRED, vendors, first, now);
      String until = first.certificate().getNotAfter().toInstant().toString();
      doubts.add(
          expired
              ? Text.of(EXPIRED, jar.name(), first.name(), until)
              : Text.of("shelf.signer-unknown", jar.name(), first.name()));
    }
    before
        .map(old -> old.content().signers())
        .filter(old -> !old.isEmpty() && !signers.isEmpty() && !shareOne(old, signers))
        .ifPresent(
            old ->
                doubts.add(
                    Text.of(
                        "shelf.signer-other",
                        jar.name(),
                        signers.get(0).name(),
                        old.get(0).name())));
    if (!jar.wildcards().isEmpty()) {
      String wanted = String.join(", ", jar.wildcards());
      doubts.add(Text.of("shelf.takes-anything", jar.name(), wanted));
    }
    return doubts;
  }

  /**
   * What is to be said against one that was let in before. A certificate that has ended since is no
   * doubt: it held when the jar was judged first, and a town does not stop for it.
   */
  public static List<Text> lastingDoubts(TrustedVendors vendors, JarFacts jar, Instant now) {
    return doubts(vendors, jar, Optional.empty(), now).stream()
        .filter(doubt -> !doubt.key().equals(EXPIRED))
        .toList();
  }

  private static boolean is(Standing wanted, TrustedVendors vendors, Signer signer, Instant now) {
    return vendors.of(signer, now) == wanted;
  }

  /** A renewed certificate has the same name. */
  private static boolean shareOne(List<Signer> old, List<Signer> signers) {
    return signers.stream().anyMatch(s -> old.stream().anyMatch(o -> o.name().equals(s.name())));
  }
}
