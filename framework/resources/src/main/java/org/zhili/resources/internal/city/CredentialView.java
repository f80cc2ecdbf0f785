package org.zhili.resources.internal.city;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

  /** Whether the name belongs to a gateway: it may publish for more than one device. */
  static boolean isGateway(DeviceAccess access, String username) {
    return access.current(username).stream()
        .flatMap(account -> account.publish().stream())
        .anyMatch(topic -> List.of(topic.split("/", -1)).contains("+"));
  }

  @Override
  public String toString() {
    return "CredentialView[" + username + "]";
  }
}
