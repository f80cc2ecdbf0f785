package org.zhili.access.internal;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.zhili.access.internal.accounts.AccountBook;
import org.zhili.access.internal.accounts.AccountSearch;
import org.zhili.access.internal.accounts.Attempts;
import org.zhili.access.internal.accounts.FirstLogins;
import org.zhili.access.internal.accounts.Lockouts;
import org.zhili.access.internal.accounts.Logins;
import org.zhili.access.internal.accounts.LoginsFile;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.access.internal.accounts.Subjects;
import org.zhili.access.internal.accounts.Successors;
import org.zhili.access.internal.accounts.TokenLogins;
import org.zhili.access.internal.accounts.WayBack;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.core.clock.BusinessClock;
import org.zhili.data.Database;

/**
 * Accounts, sessions and logins over one database, put together. Works for as long as the database
 * is there, and makes the first accounts when there are none, administrators that an older town
 * lacks, and a security administrator when {@link WayBack} is asked for one.
 *
 * <p>It runs on real time: a session of people is not over sooner because a demonstration's clock
 * runs faster.
 */
@Component(service = AccessDesk.class, immediate = true, configurationPid = "org.zhili.access")
@Designate(ocd = AccessConfiguration.class)
public final class AccessDesk {
  private final AccountBook accounts;
  private final Sessions sessions;
  private final Logins logins;
  private final TokenLogins tokens;
  private final Subjects subjects;
  private final AccountSearch search;

  @Activate
  public AccessDesk(
      @Reference(target = "(zhili.module=access)") Database database,
      AccessConfiguration configuration) {
    this(database, AccessSettings.read(configuration), BusinessClock.system(), System::nanoTime);
  }

  /**
   * Put it together.
   *
   * @param clock tells when sessions end
   * @param nanoTime real time for lockouts, as {@link System#nanoTime()}
   */
  public AccessDesk(
      Database database, AccessSettings settings, InstantSource clock, LongSupplier nanoTime) {
    PasswordHashing hashing = new PasswordHashing(settings.hashing());
    accounts = new AccountBook(database, hashing, clock);
    sessions = new Sessions(database, settings.lifetimes(), clock);
    Attempts attempts = new Attempts(new Lockouts(nanoTime), nanoTime);
    logins = new Logins(accounts, sessions, hashing, attempts);
    tokens = new TokenLogins(database, accounts, clock, nanoTime);
    tokens.trust(settings.provider());
    subjects = new Subjects(database);
    search = new AccountSearch(database, clock);
    LoginsFile file = new LoginsFile(settings.firstLogins());
    new FirstLogins(database, accounts, file).make();
    new Successors(database, accounts, file).make();
    new WayBack(database, accounts, file, settings.wayBack()).open();
  }

  /** Let sessions last as it is said now, from the next request on; a wrong setting is left out. */
  @Modified
  void change(AccessConfiguration configuration) {
    sessions.last(AccessSettings.lifetimes(configuration, sessions.lifetimes()));
    tokens.trust(ProviderSettings.read(configuration));
  }

  public AccountBook accounts() {
    return accounts;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Logins logins() {
    return logins;
  }

  public AccountSearch search() {
    return search;
  }

  public Subjects subjects() {
    return subjects;
  }

  public TokenLogins tokens() {
    return tokens;
  }
}
