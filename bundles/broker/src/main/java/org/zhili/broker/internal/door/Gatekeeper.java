package org.zhili.broker.internal.door;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.broker.internal.topic.Rights;
import org.zhili.device.DeviceAccount;
import org.zhili.device.DeviceAccounts;

/**
 * Decides who comes in, by asking the town's accounts.
 *
 * <p>A device's client id is its username, so that two devices cannot take each other's session;
 * the town's own connector chooses its client id. Thread-safe; may wait for the accounts' answer.
 */
public final class Gatekeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_:-]{1,128}");

  private final Supplier<Optional<DeviceAccounts>> accounts;
  private final Audience audience;

  /**
   * @param accounts the accounts of the moment; empty while they are away
   */
  public Gatekeeper(Supplier<Optional<DeviceAccounts>> accounts, Audience audience) {
    this.accounts = accounts;
    this.audience = audience;
  }

  Verdict judge(Attempt attempt) {
    if (!NAME.matcher(attempt.username()).matches()) {
      return new Verdict.Refused(Refusal.CREDENTIALS);
    }
    if (!NAME.matcher(attempt.clientId()).matches()) {
      return new Verdict.Refused(Refusal.CLIENT_ID);
    }
    try {
      return accounts
          .get()
          .map(register -> judge(attempt, register))
          .orElse(new Verdict.Refused(Refusal.ACCOUNTS_AWAY));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("the accounts gave no answer about {}", attempt.username(), e);
      return new Verdict.Refused(Refusal.ACCOUNTS_AWAY);
    }
  }

  private Verdict judge(Attempt attempt, DeviceAccounts register) {
    Optional<DeviceAccount> account =
        register.authenticate(attempt.username(), attempt.password(), attempt.clientId());
    if (account.isEmpty()) {
      return new Verdict.Refused(Refusal.CREDENTIALS);
    }
    boolean connector = isConnector(register, attempt.username());
    if (!connector && !attempt.clientId().equals(attempt.username())) {
      return new Verdict.Refused(Refusal.CLIENT_ID);
    }
    Rights rights = rights(account.get(), attempt.clientId(), connector);
    if (attempt.will().isPresent() && !rights.mayPublish(attempt.will().get())) {
      return new Verdict.Refused(Refusal.WILL);
    }
    if (!connector && unheard(rights)) {
      return new Verdict.Refused(Refusal.UNHEARD);
    }
    return new Verdict.Admitted(
        new Login(attempt.username(), attempt.clientId(), connector, rights));
  }

  private boolean unheard(Rights rights) {
    return !rights.publish().isEmpty() && rights.publish().stream().noneMatch(audience::listensTo);
  }

  /**
   * What a client that is in may do now; no rights when its account was revoked. Empty when the
   * accounts are away or broken: then everything stays as it is.
   */
  Optional<Rights> now(Login login) {
    return accounts
        .get()
        .map(
            register ->
                register
                    .current(login.username())
                    .map(account -> rights(account, login.clientId(), login.isConnector()))
                    .orElse(Rights.none()));
  }

  private static boolean isConnector(DeviceAccounts register, String username) {
    return register.connector().username().equals(username);
  }

  private static Rights rights(DeviceAccount account, String clientId, boolean connector) {
    return connector ? Rights.ofConnector(account, clientId) : Rights.of(account, clientId);
  }
}
