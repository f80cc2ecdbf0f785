package org.zhili.core.shelf;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Whose signatures the jars of a shelf have, and whose the city trusts.
 *
 * @param policy what the city does about jars of others
 * @param vendors the certificates of the trusted, by name
 * @param jars those that were put in, by name
 */
public record ShelfTrust(SignatureCheck.Policy policy, List<Card> vendors, List<Jar> jars) {
  public ShelfTrust {
    vendors = List.copyOf(vendors);
    jars = List.copyOf(jars);
  }

  /** What the city makes of a certificate today. */
  public enum Standing {
    TRUSTED,
    /** Trusted, but not within its time. */
    EXPIRED,
    /** Never trusted, or its file was taken away, which is how a city revokes one. */
    UNKNOWN
  }

  /**
   * A jar and who signed every entry of it.
   *
   * @param signers nobody where it is not signed
   */
  public record Jar(String name, String version, List<Card> signers) {
    public Jar {
      signers = List.copyOf(signers);
    }
  }

  /**
   * A certificate in short.
   *
   * @param name whose it is: {@code CN=ACME}
   * @param issuer who vouches for it
   * @param serial in hexadecimal digits, to tell it from a renewed one
   */
  public record Card(
      String name, String issuer, String serial, Instant from, Instant until, Standing standing) {
    static Card of(X509Certificate certificate, Standing standing) {
      return new Card(
          certificate.getSubjectX500Principal().getName(),
          certificate.getIssuerX500Principal().getName(),
          certificate.getSerialNumber().toString(16),
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant(),
          standing);
    }
  }
}
