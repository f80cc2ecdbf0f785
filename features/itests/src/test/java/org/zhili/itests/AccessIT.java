package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in: by tokens of the city's identity provider, and by the security administrator. */
class AccessIT extends ScreenFixture {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  @Test
  void a_token_of_the_citys_provider_is_its_account_and_nothing_it_says_of_itself(
      @TempDir Path folder) throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
    pairs.initialize(2048);
    KeyPair pair = pairs.generateKeyPair();
    Path keys = Files.writeString(folder.resolve("keys.json"), keys(pair));
    Path file = town().home().resolve("etc/org.zhili.access.cfg");
    String before = Files.exists(file) ? Files.readString(file) : "";
    Rest operator = town().anybody().with(token(pair, "operator"));
    try {
      Files.writeString(
          file,
          before
              + "\noidcIssuer = https://id.example\noidcAudience = zhili\noidcKeys = "
              + keys.toUri()
              + "\n");
      Eventually.passes(() -> operator.get("/session").expect(200));
      assertThat(operator.read("/session").at("/account/name").asText()).isEqualTo("operator");
      operator.get("/reviews").expect(200);
      operator.get("/accounts").expect(403);
      town()
          .people()
          .securityAdministrator()
          .put("/accounts/operator/subject", "{\"subject\": \"7a1c\"}")
          .expect(204);
      assertThat(operator.get("/cases").expect(401).json().path("code").asText())
          .as("a token of nobody in particular")
          .isEqualTo("ZL-3241");
      town().people().securityAdministrator().delete("/accounts/operator/subject").expect(204);
      String stranger = token(pairs.generateKeyPair(), "operator");
      Rest.Answer refused = town().anybody().with(stranger).get("/cases").expect(401);
      assertThat(refused.json().path("code").asText()).isEqualTo("ZL-3203");
      operator.delete("/session").expect(204);
      assertThat(operator.get("/cases").expect(401).json().path("code").asText())
          .isEqualTo("ZL-3212");
    } finally {
      Files.writeString(file, before);
    }
    Eventually.passes(
        () ->
            assertThat(operator.get("/cases").expect(401).json().path("code").asText())
                .isEqualTo("ZL-3104"));
  }

  @Test
  void the_security_administrator_makes_an_account_but_nobody_who_is_two_administrators() {
    town().people().securityAdministrator();
    Page page = screen().openAs("security", 390, 844, "");
    assertThat(page.locator("nav a")).hasCount(1);
    page.locator("button[name=make]").click();
    Locator form = page.locator("zhili-account form");
    form.locator("input[name=name]").fill("desk-chen");
    form.locator("input[value=administrator]").check();
    form.locator("input[value=audit-administrator]").check();
    form.locator("button.main").click();
    assertThat(page.locator(".trouble")).containsText("三员分立");
    form.locator("input[value=audit-administrator]").uncheck();
    form.locator("input[value=administrator]").uncheck();
    form.locator("input[value=grid-worker]").check();
    Locator areas = page.locator("zhili-pick").last();
    areas.locator("input[type=search]").fill("huaiyin");
    areas.locator("input[value='990001001001']").check();
    assertThat(areas.locator(".chosen")).containsText("槐荫社区");
    assertThat(Screen.barriers(page)).isEmpty();
    form.locator("button.main").click();
    assertThat(page.locator(".secret")).containsText("desk-chen");
    assertThat(page.locator("zhili-slip code")).hasText(Pattern.compile("\\S{20,}"));
    assertThat(Screen.barriers(page)).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);

    page.locator("input[name=subject]").fill("7a1c");
    page.locator("input[name=issuer]").fill("https://id.example");
    page.locator(".subject button").first().click();
    assertThat(page.locator(".told")).containsText("desk-chen");
    assertThat(page.locator("input[name=subject]")).hasValue("7a1c");

    page.locator("zhili-account a").first().click();
    page.locator("input[name=text]").fill("desk-");
    Locator row = page.locator("tr[data-name=desk-chen]");
    assertThat(row).containsText("网格员");
    assertThat(row).containsText("槐荫社区");
    assertThat(page.locator("tr[data-name=security]")).hasCount(0);
    assertThat(Screen.barriers(page)).isEmpty();
    row.locator("a").click();
    Locator remove = page.locator("zhili-sure[data-name=account-remove]");
    remove.locator("button").click();
    remove.locator("form button.main").click();
    assertThat(page.locator(".told")).containsText("desk-chen");
    assertThat(row).hasCount(0);
    page.locator("input[name=text]").fill("security");
    page.locator("tr[data-name=security] a").click();
    assertThat(page.locator("zhili-account form")).hasCount(0);
    assertThat(screen().faults()).isEmpty();
  }

  private static String keys(KeyPair pair) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return """
        {"keys":[{"kty":"RSA","use":"sig","kid":"one","n":"%s","e":"%s"}]}"""
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String token(KeyPair pair, String account) throws GeneralSecurityException {
    String claims =
        """
        {"iss":"https://id.example","aud":"zhili","iat":%d,"exp":%d,"preferred_username":"%s",\
        "roles":["security-administrator"]}"""
            .formatted(
                Instant.now().getEpochSecond(),
                Instant.now().plusSeconds(600).getEpochSecond(),
                account);
    String signed = part("{\"alg\":\"RS256\",\"kid\":\"one\"}") + "." + part(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }
}
