package org.zhili.core.shelf;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Somebody who signed a jar.
 *
 * @param chain the certificate, and those that vouch for it, each for the one before
 */
public record Signer(List<X509Certificate> chain) {
  public Signer {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a signer has a certificate");
    }
  }

  X509Certificate certificate() {
    return chain.get(0);
  }

  /** Who it is, as the certificate says: {@code CN=ACME}. */
  public String name() {
    return certificate().getSubjectX500Principal().getName();
  }
}
