package org.zhili.core.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose signature the city trusts: the certificates in a folder, of vendors or of those who vouch
 * for them. Nobody is asked over the network whether one was revoked: take its file away.
 */
public final class TrustedVendors {
  private static final Logger LOG = LoggerFactory.getLogger(TrustedVendors.class);

  private final Set<X509Certificate> certificates;

  private TrustedVendors(Set<X509Certificate> certificates) {
    this.certificates = Set.copyOf(certificates);
  }

  /**
   * Read the files {@code *.pem}, {@code *.crt} and {@code *.cer} of a folder that may be missing.
   */
  public static TrustedVendors in(Path folder) {
    Set<X509Certificate> all = new HashSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(TrustedVendors::isCertificate).forEach(file -> read(file, all));
      } catch (IOException e) {
        LOG.error("{} cannot be read, so nobody's signature is trusted", folder, e);
      }
    }
    return new TrustedVendors(all);
  }

  /** Whether a file of the folder is read. */
  public static boolean isCertificate(Path file) {
    return file.toString().matches(".*\\.(pem|crt|cer)");
  }

  private static void read(Path file, Set<X509Certificate> all) {
    try (InputStream in = Files.newInputStream(file)) {
      CertificateFactory.getInstance("X.509")
          .generateCertificates(in)
          .forEach(certificate -> all.add((X509Certificate) certificate));
    } catch (IOException | CertificateException e) {
      LOG.error("{} is no certificate that can be read, and is left out", file, e);
    }
  }

  /** What the city makes of a signer. */
  enum Standing {
    TRUSTED,
    EXPIRED,
    UNKNOWN
  }

  Standing of(Signer signer, Instant now) {
    boolean known =
        certificates.contains(signer.certificate())
            || vouchedFor(signer, signer.certificate().getNotAfter().toInstant())
            || vouchedFor(signer, now);
    if (!known) {
      return Standing.UNKNOWN;
    }
    boolean inTime = signer.chain().stream().allMatch(certificate -> holds(certificate, now));
    return inTime ? Standing.TRUSTED : Standing.EXPIRED;
  }

  /** The certificates of the trusted, by name. */
  public List<ShelfTrust.Card> cards(Instant now) {
    return certificates.stream()
        .map(
            c ->
                ShelfTrust.Card.of(
                    c, holds(c, now) ? ShelfTrust.Standing.TRUSTED : ShelfTrust.Standing.EXPIRED))
        .sorted(Comparator.comparing(ShelfTrust.Card::name).thenComparing(ShelfTrust.Card::until))
        .toList();
  }

  /** What is said of a jar: who signed it, and what the city makes of them. */
  public ShelfTrust.Jar jar(JarFacts jar, Instant now) {
    List<ShelfTrust.Card> signers =
        jar.content().signers().stream()
            .map(
                signer ->
                    ShelfTrust.Card.of(
                        signer.certificate(), ShelfTrust.Standing.valueOf(of(signer, now).name())))
            .toList();
    return new ShelfTrust.Jar(jar.name(), jar.version(), signers);
  }

  private static boolean holds(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }

  private boolean vouchedFor(Signer signer, Instant at) {
    if (certificates.isEmpty()) {
      return false;
    }
    try {
      Set<TrustAnchor> anchors =
          certificates.stream().map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet());
      PKIXParameters how = new PKIXParameters(anchors);
      how.setRevocationEnabled(false);
      how.setDate(Date.from(at));
      // one of those we trust need not be vouched for itself
      List<X509Certificate> chain =
          signer.chain().stream().filter(c -> !certificates.contains(c)).toList();
      CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
      CertPathValidator.getInstance("PKIX").validate(path, how);
      return true;
    } catch (InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("there is somebody to trust", e);
    } catch (GeneralSecurityException e) {
      LOG.debug("{} is not vouched for", signer.name(), e);
      return false;
    }
  }
}
