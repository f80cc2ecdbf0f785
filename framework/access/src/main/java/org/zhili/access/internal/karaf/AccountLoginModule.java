package org.zhili.access.internal.karaf;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.Account;
import org.zhili.access.internal.accounts.Logins;
import org.zhili.resources.security.Audit;
import org.zhili.resources.security.RemoteNetwork;
import org.zhili.text.Language;

/**
 * Lets administrators into Karaf's shell with the name and password of their account, once they
 * have chosen a password of their own. Attempts count as any other.
 */
public final class AccountLoginModule implements LoginModule {
  /** The option that holds the {@link Logins}. */
  public static final String LOGINS = "zhili.logins";

  /** Where somebody is who sits at the town's own console. */
  private static final String CONSOLE = "console";

  /** An address as Karaf gives it: {@code /192.0.2.1:4711}, {@code /[2001:db8::1]:4711}. */
  private static final Pattern CLIENT =
      Pattern.compile("[^/]*/\\[?([0-9a-fA-F:.]+)(?:%[^\\]]*)?\\]?:\\d+");

  private static final List<String> ROLES =
      List.of("admin", "manager", "viewer", "systembundles", "ssh");

  private Optional<Subject> subject = Optional.empty();
  private Optional<CallbackHandler> handler = Optional.empty();
  private Optional<Logins> logins = Optional.empty();
  private Set<Principal> principals = Set.of();

  @Override
  public void initialize(
      Subject forSubject,
      CallbackHandler callbackHandler,
      Map<String, ?> sharedState,
      Map<String, ?> options) {
    subject = Optional.of(forSubject);
    handler = Optional.ofNullable(callbackHandler);
    logins = Optional.ofNullable((Logins) options.get(LOGINS));
  }

  @Override
  public boolean login() throws LoginException {
    NameCallback name = new NameCallback("name: ");
    PasswordCallback password = new PasswordCallback("password: ", false);
    ask(name, password);
    char[] given = Optional.ofNullable(password.getPassword()).orElse(new char[0]);
    Logins.Check check =
        logins
            .orElseThrow(() -> new LoginException("option " + LOGINS + " is missing"))
            .check(
                Optional.ofNullable(name.getName()).orElse(""), String.valueOf(given), address());
    Arrays.fill(given, ' ');
    password.clearPassword();
    if (!(check instanceof Logins.Check.Right right)) {
      throw refused(Trouble.WRONG_LOGIN);
    }
    Account account = right.account();
    if (account.mustChangePassword()) {
      throw refused(Trouble.PASSWORD_MUST_CHANGE);
    } else if (!account.runsTheTown()) {
      throw refused(Trouble.WRONG_LOGIN);
    }
    Audit.note(account.name(), "login", address(), "shell");
    principals =
        Stream.concat(
                Stream.of(new UserPrincipal(account.name())),
                ROLES.stream().map(RolePrincipal::new))
            .collect(Collectors.toUnmodifiableSet());
    return true;
  }

  private String address() {
    return subject.stream()
        .flatMap(known -> known.getPrincipals(ClientPrincipal.class).stream())
        .map(client -> CLIENT.matcher(client.getAddress()))
        .filter(Matcher::matches)
        .map(address -> RemoteNetwork.of(address.group(1)))
        .findFirst()
        .orElse(CONSOLE);
  }

  private void ask(Callback... questions) throws LoginException {
    try {
      handler
          .orElseThrow(() -> new LoginException("nobody can be asked for name and password"))
          .handle(questions);
    } catch (IOException | UnsupportedCallbackException e) {
      throw (LoginException) new LoginException(String.valueOf(e)).initCause(e);
    }
  }

  private static LoginException refused(Trouble why) {
    return new FailedLoginException(why.code() + " " + why.words().in(Language.EN));
  }

  @Override
  public boolean commit() {
    subject.ifPresent(known -> known.getPrincipals().addAll(principals));
    return !principals.isEmpty();
  }

  @Override
  public boolean abort() {
    return logout();
  }

  @Override
  public boolean logout() {
    subject.ifPresent(known -> known.getPrincipals().removeAll(principals));
    principals = Set.of();
    return true;
  }
}
