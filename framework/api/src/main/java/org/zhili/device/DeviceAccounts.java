package org.zhili.device;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who may speak on the broker. The framework offers this; a broker inside the town asks it.
 *
 * <p>Thread-safe. Answers within 1 s.
 */
@ProviderType
public interface DeviceAccounts {
  /** Check credentials; empty when they are wrong, unknown or revoked. */
  Optional<DeviceAccount> authenticate(String username, String password, String clientId);

  /**
   * Look up what the account may do now; empty when it was revoked since. Cheap enough to be asked
   * for each connected session every 30 s.
   */
  Optional<DeviceAccount> current(String username);

  /** Credentials for this node's own connector, made anew in memory at each start. */
  Credentials connector();

  record Credentials(String username, String password) {
    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }
}
