package org.zhili.access.internal.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhili.access.internal.tokens.Provider.Link;

/** An identity provider whose keys lie in a file. */
public final class TestProvider {
  public static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  public static final String ISSUER = "https://id.linjiang.example/realms/city";
  static final String AUDIENCE = "zhili";

  /** Made once, as that takes its time. */
  private static final RSAKey KEY = key("first");

  private final Path file;

  public TestProvider(Path folder) {
    file = folder.resolve("keys.json");
    publish(KEY);
  }

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the town is told of it. */
  public Provider provider() {
    return provider(file.toUri());
  }

  /** The same, when accounts are found in another way. */
  public Provider provider(Link link) {
    Provider usual = provider();
    return new Provider(
        usual.issuer(), usual.audience(), usual.keys(), usual.accountClaim(), link, usual.hosts());
  }

  static Provider provider(URI keys) {
    return new Provider(ISSUER, AUDIENCE, keys, "preferred_username", Link.NAME, Set.of());
  }

  RSAKey key() {
    return KEY;
  }

  /** Let these be its keys. */
  void publish(JWK... keys) {
    write(set(keys));
  }

  /** With all that is in them, also what nobody should publish. */
  static String set(JWK... keys) {
    return new JWKSet(Arrays.asList(keys)).toString(false);
  }

  void write(String keys) {
    try {
      Files.writeString(file, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sound token of somebody. */
  public String token(String account) {
    return signed(claims(account), KEY, JWSAlgorithm.RS256);
  }

  /** The same, that ends after this time. */
  public String token(String account, Duration end) {
    return signed(
        claims(account).expirationTime(Date.from(NOW.plus(end))), KEY, JWSAlgorithm.RS256);
  }

  /** The same, made then. */
  public String token(String account, Instant made) {
    return signed(claims(account).issueTime(Date.from(made)), KEY, JWSAlgorithm.RS256);
  }

  /** The same of whoever has this subject, whatever they are called. */
  public String tokenOf(String subject, @Nullable String account) {
    return signed(
        claims("").claim("preferred_username", account).subject(subject), KEY, JWSAlgorithm.RS256);
  }

  /** A sound token without a subject. */
  public String tokenOfNoSubject(String account) {
    return signed(claims(account).subject(null), KEY, JWSAlgorithm.RS256);
  }

  static JWTClaimsSet.Builder claims(String account) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("7a1c")
        .claim("preferred_username", account)
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(5))));
  }

  static String signed(JWTClaimsSet.Builder claims, RSAKey with, JWSAlgorithm algorithm) {
    JWSHeader header = new JWSHeader.Builder(algorithm).keyID(with.getKeyID()).build();
    try {
      SignedJWT token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(with));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
