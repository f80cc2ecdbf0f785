package org.zhili.access.internal.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhili.access.internal.tokens.TestProvider.NOW;
import static org.zhili.access.internal.tokens.TestProvider.claims;
import static org.zhili.access.internal.tokens.TestProvider.signed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.resources.problem.ProblemException;

/** Which tokens hold, and what is said of those that do not. */
class BearerTokensTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestProvider provider;
  private BearerTokens tokens;
  private Instant now = NOW;

  @BeforeEach
  void start() {
    provider = new TestProvider(folder);
    tokens = new BearerTokens(provider.provider(), () -> now, () -> 0);
  }

  @Test
  void a_sound_token_names_an_account_and_its_end() {
    BearerTokens.Held held = tokens.check(provider.token("olivia"));
    assertThat(held.account()).contains("olivia");
    assertThat(held.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    assertThat(held.fingerprint()).matches("[0-9a-f]{64}");
    for (JWSAlgorithm other : List.of(JWSAlgorithm.PS256, JWSAlgorithm.RS512)) {
      assertThat(tokens.check(signed(claims("olivia"), provider.key(), other)).account())
          .contains("olivia");
    }
  }

  @Test
  void elliptic_keys_do_as_well() throws JOSEException {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
    provider.publish(key.toPublicJWK());
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build(),
            claims("olivia").build());
    token.sign(new ECDSASigner(key));
    assertThat(tokens.check(token.serialize()).account()).contains("olivia");
  }

  @Test
  void whoever_signs_with_the_public_key_as_a_secret_is_refused() throws JOSEException {
    byte[] secret = provider.key().toRSAPublicKey().getEncoded();
    assertThat(refused(mac(secret, "first"))).isEqualTo("401 ZL-3201");
    byte[] pem = provider.key().toPublicJWK().toString().getBytes(UTF_8);
    assertThat(refused(mac(pem, "first"))).isEqualTo("401 ZL-3201");
  }

  @Test
  void a_secret_among_the_keys_opens_nothing() throws JOSEException {
    OctetSequenceKey secret = new OctetSequenceKeyGenerator(256).keyID("shared").generate();
    provider.publish(secret, provider.key());
    assertThat(refused(mac(secret.toByteArray(), "shared"))).isEqualTo("401 ZL-3201");
    assertThat(refused(signed(claims("olivia"), TestProvider.key("shared"), JWSAlgorithm.RS256)))
        .isEqualTo("401 ZL-3202");
  }

  @Test
  void who_does_not_sign_at_all_is_refused() {
    String payload = Base64URL.encode(claims("olivia").build().toString()).toString();
    for (String header : List.of("{\"alg\":\"none\"}", "{\"alg\":\"None\"}", "{}", "x")) {
      String token = Base64URL.encode(header) + "." + payload + ".";
      assertThat(refused(token)).as(header).isIn("401 ZL-3200", "401 ZL-3201");
    }
    String sound = provider.token("olivia");
    String unsigned = sound.substring(0, sound.lastIndexOf('.') + 1);
    assertThat(refused(unsigned)).isIn("401 ZL-3200", "401 ZL-3203");
    for (String odd : List.of(".", "..", "a.b.c", "a.b.c.d.e", sound + "=", sound + "." + sound)) {
      assertThat(refused(odd)).as(odd).startsWith("401 ZL-32");
    }
    assertThat(refused("a".repeat(9000) + ".b.c")).isEqualTo("401 ZL-3200");
  }

  @Test
  void what_was_changed_after_signing_is_refused() {
    String[] parts = provider.token("olivia").split("\\.", -1);
    String other = Base64URL.encode(claims("admin").build().toString()).toString();
    assertThat(refused(parts[0] + "." + other + "." + parts[2])).isEqualTo("401 ZL-3203");
  }

  @Test
  void keys_of_strangers_and_weak_ones_are_none() throws JOSEException {
    RSAKey stranger = TestProvider.key("first");
    assertThat(refused(signed(claims("olivia"), stranger, JWSAlgorithm.RS256)))
        .isEqualTo("401 ZL-3203");
    RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
    provider.publish(weak);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("weak").build(),
            claims("olivia").build());
    token.sign(new RSASSASigner(weak.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
    BearerTokens afresh = new BearerTokens(provider.provider(), () -> now, () -> 0);
    assertThat(refused(afresh, token.serialize())).isEqualTo("401 ZL-3202");
  }

  @Test
  void a_key_that_comes_with_the_token_is_not_looked_at() throws JOSEException {
    RSAKey own = TestProvider.key("own");
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").jwk(own.toPublicJWK()).build(),
            claims("olivia").build());
    token.sign(new RSASSASigner(own));
    assertThat(refused(token.serialize())).isEqualTo("401 ZL-3202");
  }

  @Test
  void issuer_and_audience_are_taken_to_the_letter() {
    assertThat(refused(claims("olivia").issuer(TestProvider.ISSUER + "/")))
        .isEqualTo("401 ZL-3204");
    assertThat(refused(claims("olivia").issuer(null))).isEqualTo("401 ZL-3204");
    assertThat(refused(claims("olivia").audience("zhili2"))).isEqualTo("401 ZL-3205");
    assertThat(refused(claims("olivia").audience((String) null))).isEqualTo("401 ZL-3205");
    String several =
        signed(
            claims("olivia").audience(List.of("portal", "zhili")),
            provider.key(),
            JWSAlgorithm.RS256);
    assertThat(tokens.check(several).account()).contains("olivia");
  }

  @Test
  void times_hold_with_a_minute_of_leeway() {
    String token = provider.token("olivia");
    now = NOW.plus(Duration.ofMinutes(6)).minusSeconds(1);
    assertThat(tokens.check(token).account()).contains("olivia");
    now = NOW.plus(Duration.ofMinutes(6));
    assertThat(refused(token)).isEqualTo("401 ZL-3206");
    now = NOW.minusSeconds(60);
    assertThat(tokens.check(token).account()).contains("olivia");
    now = NOW.minusSeconds(61);
    assertThat(refused(token)).isEqualTo("401 ZL-3207");
    now = NOW;
    assertThat(refused(claims("olivia").notBeforeTime(at(Duration.ofMinutes(2)))))
        .isEqualTo("401 ZL-3207");
    assertThat(refused(claims("olivia").expirationTime(null))).isEqualTo("401 ZL-3208");
    assertThat(refused(claims("olivia").expirationTime(at(Duration.ofHours(25)))))
        .isEqualTo("401 ZL-3208");
  }

  @Test
  void a_token_that_names_nobody_or_is_made_for_another_end_is_refused() throws JOSEException {
    assertThat(refused(claims(" "))).isEqualTo("401 ZL-3209");
    assertThat(refused(claims("x").claim("preferred_username", List.of("admin"))))
        .isEqualTo("401 ZL-3209");
    for (JWSHeader.Builder odd :
        List.of(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("logout+jwt")),
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1))) {
      SignedJWT token = new SignedJWT(odd.keyID("first").build(), claims("olivia").build());
      token.sign(new RSASSASigner(provider.key()));
      assertThat(refused(token.serialize())).isEqualTo("401 ZL-3200");
    }
  }

  @Test
  void tokens_that_tell_a_page_who_logged_in_are_not_for_access() {
    for (String claim : List.of("nonce", "at_hash")) {
      assertThat(refused(claims("olivia").claim(claim, "x"))).isEqualTo("401 ZL-3200");
    }
    for (Object type : List.of("ID", "Refresh", "", 1)) {
      assertThat(refused(claims("olivia").claim("typ", type))).isEqualTo("401 ZL-3200");
    }
    String bearer =
        signed(claims("olivia").claim("typ", "Bearer"), provider.key(), JWSAlgorithm.RS256);
    assertThat(tokens.check(bearer).account()).contains("olivia");
  }

  @Test
  void a_token_says_when_it_was_made_and_is_no_longer_than_a_day_from_then() {
    assertThat(refused(claims("olivia").issueTime(null))).isEqualTo("401 ZL-3208");
    assertThat(refused(claims("olivia").issueTime(at(Duration.ofDays(-1)))))
        .isEqualTo("401 ZL-3208");
    String day =
        signed(
            claims("olivia").issueTime(at(Duration.ofDays(-1).plusMinutes(5))),
            provider.key(),
            JWSAlgorithm.RS256);
    assertThat(tokens.check(day).account()).contains("olivia");
  }

  private static Date at(Duration later) {
    return Date.from(NOW.plus(later));
  }

  private static String mac(byte[] secret, String key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key).build(), claims("olivia").build());
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private String refused(JWTClaimsSet.Builder claims) {
    return refused(signed(claims, provider.key(), JWSAlgorithm.RS256));
  }

  private String refused(String token) {
    return refused(tokens, token);
  }

  private static String refused(BearerTokens by, String token) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> by.check(token));
    assertThat(refused).as("the token is refused").isNotNull();
    return Objects.requireNonNull(refused).problem().status() + " " + refused.problem().code();
  }
}
