package org.zhili.resources.internal.city;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import org.zhili.core.city.DeviceAccess;
import org.zhili.device.DeviceAccounts.Credentials;

/**
 * What a device or gateway logs in to the broker with; shown this once.
 *
 * @param topic the topic filter it may publish to
 */
public record CredentialView(String username, String password, String topic) {
  static Response answer(Credentials credentials, DeviceAccess access) {
    String topic =
        access.current(credentials.username()).stream()
            .flatMap(account -> account.publish().stream())
            .sorted()
            .findFirst()
            .orElse("");
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.ok(new CredentialView(credentials.username(), credentials.password(), topic))
        .cacheControl(never)
        .build();
  }

  @Override
  public String toString() {
    return "CredentialView[" + username + "]";
  }
}
