package org.zhili.access.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.access.internal.TestAccess.account;

import java.nio.file.Path;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;

class ShellLoginTest {
  private static final String PASSWORD = "correct horse";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestAccess access;
  private AccessDesk desk;
  private final Subject subject = new Subject();

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void an_administrator_gets_every_role_of_the_shell() throws LoginException {
    account(desk, "ada", PASSWORD, Role.ADMINISTRATOR);
    AccountLoginModule module = module("ada", PASSWORD);
    assertThat(module.login()).isTrue();
    assertThat(module.commit()).isTrue();
    assertThat(subject.getPrincipals(UserPrincipal.class))
        .extracting(UserPrincipal::getName)
        .containsExactly("ada");
    assertThat(subject.getPrincipals(RolePrincipal.class))
        .extracting(RolePrincipal::getName)
        .containsExactlyInAnyOrder("admin", "manager", "viewer", "systembundles", "ssh");
    assertThat(module.logout()).isTrue();
    assertThat(subject.getPrincipals()).isEmpty();
  }

  @Test
  void nobody_else_gets_in() {
    account(desk, "ada", PASSWORD, Role.ADMINISTRATOR);
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    account(desk, "sam", PASSWORD, Role.SECURITY_ADMINISTRATOR);
    account(desk, "ann", PASSWORD, Role.AUDIT_ADMINISTRATOR);
    refused("sam", PASSWORD, "ZL-3101");
    refused("ann", PASSWORD, "ZL-3101");
    refused("ada", "wrong horse", "ZL-3101");
    refused("olivia", PASSWORD, "ZL-3101");
    refused("nobody", PASSWORD, "ZL-3101");
    refused("admin", access.firstPassword("admin"), "ZL-3105");
    assertThat(subject.getPrincipals()).isEmpty();
  }

  @Test
  void guesses_in_the_shell_are_locked_out_too() {
    account(desk, "ada", PASSWORD, Role.ADMINISTRATOR);
    for (int i = 0; i < 5; i++) {
      refused("ada", "guess", "ZL-3101");
    }
    refused("ada", PASSWORD, "ZL-3101");
  }

  @Test
  void guesses_from_one_address_lock_nobody_out_elsewhere() throws LoginException {
    account(desk, "ada", PASSWORD, Role.ADMINISTRATOR);
    for (int guess = 0; guess < 20; guess++) {
      from("/198.51.100.7:" + (4711 + guess), "name" + guess, "guess");
    }
    assertThat(from("/198.51.100.7:4711", "ada", PASSWORD)).isFalse();
    assertThat(from("/[2001:db8:0:0:0:0:0:7]:4711", "ada", PASSWORD)).isTrue();
    assertThat(from("host.example/198.51.100.8:4711", "ada", PASSWORD)).isTrue();
    assertThat(module("ada", PASSWORD).login()).as("at the console").isTrue();
  }

  private boolean from(String address, String name, String password) {
    Subject client = new Subject();
    client.getPrincipals().add(new ClientPrincipal("ssh", address));
    try {
      return module(client, name, password).login();
    } catch (LoginException e) {
      return false;
    }
  }

  @Test
  void the_realm_tells_karaf_where_the_login_module_is() {
    ShellRealm realm = new ShellRealm(desk, Map.of("service.bundleid", 42L));
    assertThat(realm.getName()).isEqualTo("zhili");
    AppConfigurationEntry entry = realm.getEntries()[0];
    assertThat(entry.getLoginModuleName()).isEqualTo(ProxyLoginModule.class.getName());
    assertThat(entry.getControlFlag())
        .isEqualTo(AppConfigurationEntry.LoginModuleControlFlag.REQUIRED);
    assertThat(entry.getOptions().get(ProxyLoginModule.PROPERTY_MODULE))
        .isEqualTo(AccountLoginModule.class.getName());
    assertThat(entry.getOptions().get(ProxyLoginModule.PROPERTY_BUNDLE)).isEqualTo("42");
    assertThat(entry.getOptions().get(AccountLoginModule.LOGINS)).isSameAs(desk.logins());
  }

  private void refused(String name, String password, String code) {
    AccountLoginModule module = module(name, password);
    assertThatThrownBy(module::login)
        .isInstanceOf(LoginException.class)
        .hasMessageStartingWith(code);
    assertThat(module.commit()).isFalse();
  }

  private AccountLoginModule module(String name, String password) {
    return module(subject, name, password);
  }

  private AccountLoginModule module(Subject client, String name, String password) {
    AccountLoginModule module = new AccountLoginModule();
    CallbackHandler handler = callbacks -> answer(callbacks, name, password);
    module.initialize(client, handler, Map.of(), Map.of(AccountLoginModule.LOGINS, desk.logins()));
    return module;
  }

  private static void answer(Callback[] callbacks, String name, String password) {
    for (Callback callback : callbacks) {
      if (callback instanceof NameCallback asked) {
        asked.setName(name);
      } else if (callback instanceof PasswordCallback asked) {
        asked.setPassword(password.toCharArray());
      }
    }
  }
}
