package org.zhili.access.internal.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.passwords.Secrets;
import org.zhili.access.internal.tokens.Provider.Link;
import org.zhili.resources.problem.ProblemException;

/**
 * Tells whose token it is that an identity provider signed. It trusts signatures by key pairs
 * alone, and nothing that a token says before its signature is right. Thread-safe.
 */
public final class BearerTokens {
  /** Clocks of two machines are never the same. */
  public static final Duration LEEWAY = Duration.ofSeconds(60);

  /** Who may come for longer should have an account's session, which ends. */
  static final Duration LONGEST = Duration.ofHours(24);

  private static final Duration KEYS_AGAIN = KeyRing.BETWEEN;
  private static final int MOST_SIGNS = 8192;
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** What decoders read beside it would be the same token in another form. */
  private static final Pattern FORM = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  /** Of a token for access, or of none in particular; others are made for other ends. */
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  /** What only tokens for other ends have. */
  private static final Set<String> NOT_FOR_ACCESS = Set.of("nonce", "at_hash", "c_hash");

  private final Provider provider;
  private final KeyRing keys;
  private final InstantSource clock;

  public BearerTokens(Provider provider, InstantSource clock, LongSupplier nanoTime) {
    this(provider, KeyPlace.client().build(), clock, nanoTime);
  }

  BearerTokens(Provider provider, HttpClient client, InstantSource clock, LongSupplier nanoTime) {
    this.provider = provider;
    this.keys = new KeyRing(new KeyPlace(provider.keys(), provider.hosts(), client), nanoTime);
    this.clock = clock;
  }

  /**
   * A token that holds.
   *
   * @param fingerprint of what was signed, under which it is remembered; a signature can be written
   *     in more than one way
   * @param account what it calls the account of whoever sends it
   * @param subject who sends it, whatever they are called; one of both is there
   */
  public record Held(
      String fingerprint,
      Optional<String> account,
      Optional<Subject> subject,
      Instant issuedAt,
      Instant expiresAt) {}

  /** Whether it has the form of a token that somebody signed; those of sessions have no dots. */
  public static boolean isSigned(String token) {
    return token.indexOf('.') >= 0;
  }

  /** Whose it is; throws a problem that says what is wrong with it. */
  public Held check(String token) {
    SignedJWT signed = read(token);
    verify(signed);
    JWTClaimsSet claims = claims(signed);
    if (!isForAccess(claims)) {
      throw Trouble.TOKEN_UNREADABLE.problem();
    }
    if (!provider.issuer().equals(claims.getIssuer())) {
      throw Trouble.TOKEN_ISSUER.problem();
    }
    if (!claims.getAudience().contains(provider.audience())) {
      throw Trouble.TOKEN_AUDIENCE.problem();
    }
    checkTimes(claims);
    Optional<String> account = text(claims, provider.accountClaim());
    Optional<Subject> subject = text(claims, "sub").map(id -> new Subject(provider.issuer(), id));
    if (provider.link() == Link.NAME && account.isEmpty()) {
      throw Trouble.TOKEN_NAMES_NOBODY.problem(provider.accountClaim());
    } else if (provider.link() == Link.SUBJECT && subject.isEmpty()) {
      throw Trouble.TOKEN_WITHOUT_SUBJECT.problem();
    }
    return new Held(
        fingerprint(signed),
        account,
        subject,
        claims.getIssueTime().toInstant(),
        claims.getExpirationTime().toInstant());
  }

  /** What a token that need not hold calls the account, when its signature is right. */
  public Optional<String> claimed(String token) {
    try {
      SignedJWT signed = read(token);
      verify(signed);
      JWTClaimsSet claims = claims(signed);
      return text(claims, provider.accountClaim()).or(() -> text(claims, "sub"));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private static String fingerprint(SignedJWT signed) {
    return Secrets.fingerprint(new String(signed.getSigningInput(), StandardCharsets.US_ASCII));
  }

  private static SignedJWT read(String token) {
    try {
      if (token.length() > MOST_SIGNS || !FORM.matcher(token).matches()) {
        throw Trouble.TOKEN_UNREADABLE.problem();
      }
      SignedJWT signed = SignedJWT.parse(token);
      JWSHeader header = signed.getHeader();
      if (!ALGORITHMS.contains(header.getAlgorithm())) {
        throw Trouble.TOKEN_ALGORITHM.problem();
      }
      boolean other =
          Optional.ofNullable(header.getType())
              .map(JOSEObjectType::getType)
              .filter(type -> !TYPES.contains(type.toLowerCase(Locale.ROOT)))
              .isPresent();
      if (other || header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
        throw Trouble.TOKEN_UNREADABLE.problem();
      }
      return signed;
    } catch (ParseException | IllegalArgumentException e) {
      throw Trouble.TOKEN_UNREADABLE.problem();
    }
  }

  private void verify(SignedJWT signed) {
    List<PublicKey> candidates =
        keys.keys(signed.getHeader())
            .orElseThrow(() -> Trouble.TOKEN_KEYS_AWAY.retryAfter(KEYS_AGAIN));
    if (candidates.isEmpty()) {
      throw Trouble.TOKEN_KEY.problem();
    }
    if (candidates.stream().noneMatch(key -> isSignedWith(key, signed))) {
      throw Trouble.TOKEN_FORGED.problem();
    }
  }

  private static boolean isSignedWith(PublicKey key, SignedJWT signed) {
    try {
      return signed.verify(
          new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), key));
    } catch (JOSEException e) {
      return false;
    }
  }

  private static JWTClaimsSet claims(SignedJWT signed) {
    try {
      return Optional.ofNullable(signed.getJWTClaimsSet())
          .orElseThrow(Trouble.TOKEN_UNREADABLE::problem);
    } catch (ParseException e) {
      throw Trouble.TOKEN_UNREADABLE.problem();
    }
  }

  /** ID tokens tell a page who logged in, and are not kept as well. */
  private static boolean isForAccess(JWTClaimsSet claims) {
    Object type = claims.getClaim("typ");
    return NOT_FOR_ACCESS.stream().allMatch(name -> claims.getClaim(name) == null)
        && (type == null || (type instanceof String text && text.equalsIgnoreCase("Bearer")));
  }

  /** It has to say when it was made and when it ends, and must not be from the future. */
  private void checkTimes(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Instant end =
        Optional.ofNullable(claims.getExpirationTime())
            .map(Date::toInstant)
            .orElseThrow(Trouble.TOKEN_TOO_LONG::problem);
    if (!now.isBefore(end.plus(LEEWAY))) {
      throw Trouble.TOKEN_EXPIRED.problem();
    }
    if (isAhead(claims.getNotBeforeTime(), now) || isAhead(claims.getIssueTime(), now)) {
      throw Trouble.TOKEN_EARLY.problem();
    }
    Instant made =
        Optional.ofNullable(claims.getIssueTime())
            .map(Date::toInstant)
            .orElseThrow(Trouble.TOKEN_TOO_LONG::problem);
    if (end.isAfter(now.plus(LONGEST).plus(LEEWAY)) || end.isAfter(made.plus(LONGEST))) {
      throw Trouble.TOKEN_TOO_LONG.problem();
    }
  }

  private static boolean isAhead(@Nullable Date time, Instant now) {
    return time != null && time.toInstant().isAfter(now.plus(LEEWAY));
  }

  private static Optional<String> text(JWTClaimsSet claims, String claim) {
    return Optional.ofNullable(claims.getClaim(claim))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(name -> !name.isBlank());
  }
}
