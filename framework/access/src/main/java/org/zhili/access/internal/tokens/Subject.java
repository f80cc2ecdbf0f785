package org.zhili.access.internal.tokens;

/**
 * Who somebody is at an identity provider. Names are given to others there, this is not.
 *
 * @param issuer the provider, as its tokens name it
 * @param id what they have in {@code sub}
 */
public record Subject(String issuer, String id) {}
