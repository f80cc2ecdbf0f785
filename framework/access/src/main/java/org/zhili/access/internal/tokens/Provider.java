package org.zhili.access.internal.tokens;

import java.net.URI;
import java.util.Set;

/**
 * The identity provider whose tokens are taken.
 *
 * @param issuer what its tokens name as their issuer, to the letter
 * @param audience what its tokens for this town name as their audience
 * @param keys where its public keys lie as a JWK set: a file, or an address with https
 * @param accountClaim the claim that names the account
 * @param link by what an account is found
 * @param hosts hosts that keys may come from although they are this machine or its neighbors
 */
public record Provider(
    String issuer, String audience, URI keys, String accountClaim, Link link, Set<String> hosts) {
  public Provider {
    hosts = Set.copyOf(hosts);
  }

  /** By what the account of a token is found. */
  public enum Link {
    /** By the claim that names it; one that has a subject opens to that subject alone. */
    NAME,
    /** By the subject that the account has, and nothing else. */
    SUBJECT
  }
}
