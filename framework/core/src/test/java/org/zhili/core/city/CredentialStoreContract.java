package org.zhili.core.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.Together;
import org.zhili.core.store.Transactions;

/** What a {@link CredentialStore} promises. Every test begins with an empty store. */
public abstract class CredentialStoreContract {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456Z");

  protected abstract Transactions transactions();

  protected abstract CredentialStore store();

  private static Credential credential(String username, String hash) {
    return new Credential(
        username,
        "salt",
        hash,
        Set.of("zhili/v1/demo/+/up", "a b/#"),
        Set.of(),
        AT,
        Optional.empty());
  }

  private void save(Credential credential) {
    transactions().run(() -> store().save(credential));
  }

  private boolean revoke(String username) {
    return transactions().run(() -> store().revoke(username, AT.plusSeconds(1)));
  }

  @Test
  void a_credential_is_found_by_its_name() {
    save(credential("MC-001", "one"));

    assertThat(store().find("MC-001")).contains(credential("MC-001", "one"));
    assertThat(store().find("mc-001")).isEmpty();
  }

  @Test
  void a_new_credential_replaces_the_old_one() {
    save(credential("MC-001", "one"));
    revoke("MC-001");
    save(credential("MC-001", "two"));

    assertThat(store().find("MC-001")).contains(credential("MC-001", "two"));
  }

  @Test
  void a_credential_is_revoked_once() {
    save(credential("MC-001", "one"));

    assertThat(revoke("MC-001")).isTrue();
    assertThat(store().find("MC-001").orElseThrow().revokedAt()).contains(AT.plusSeconds(1));
    assertThat(revoke("MC-001")).isFalse();
    assertThat(revoke("unknown")).isFalse();
  }

  @Test
  void those_that_hold_come_by_name_and_page_by_page() {
    save(credential("MC-003", "three"));
    save(credential("MC-001", "one"));
    save(credential("MC-002", "two"));
    save(credential("MC-004", "four"));
    revoke("MC-002");

    assertThat(store().holding(Optional.empty(), 2))
        .containsExactly(credential("MC-001", "one"), credential("MC-003", "three"));
    assertThat(store().holding(Optional.of("MC-003"), 2))
        .containsExactly(credential("MC-004", "four"));
    assertThat(store().holding(Optional.of("MC-004"), 2)).isEmpty();
  }

  @Test
  void credentials_saved_at_once_under_one_name_leave_one() {
    Together.times(
        4,
        () -> {
          save(credential("MC-001", "same"));
          return true;
        });

    assertThat(store().find("MC-001")).contains(credential("MC-001", "same"));
  }
}
