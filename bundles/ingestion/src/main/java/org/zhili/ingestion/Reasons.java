package org.zhili.ingestion;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** What Paho's answers mean, in a few words for people. */
public final class Reasons {
  private Reasons() {}

  static String of(MqttDisconnectResponse response) {
    if (response.getException() != null) {
      return of(response.getException());
    }
    return Optional.ofNullable(response.getReasonString())
        .orElse("the broker closed it, code " + response.getReturnCode());
  }

  /** Why it failed. */
  public static String of(Exception exception) {
    Throwable cause = exception.getCause() == null ? exception : exception.getCause();
    String code = exception instanceof MqttException e ? ", code " + e.getReasonCode() : "";
    String message = Optional.ofNullable(cause.getMessage()).orElse("");
    return cause.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message) + code;
  }

  /** Whether the broker knows us and does not let us in. */
  public static boolean isAccessRefused(Exception exception) {
    return exception instanceof MqttException e
        && (e.getReasonCode() == MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD
            || e.getReasonCode() == MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED
            || e.getReasonCode() == MqttReturnCode.RETURN_CODE_BANNED);
  }

  /** Whether the broker's certificate is not one we trust. */
  static boolean isUntrusted(Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof GeneralSecurityException) {
        return true;
      }
    }
    return false;
  }

  static boolean isTakenOver(int code) {
    return code == MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER;
  }

  static boolean isSubscribed(int code) {
    return code <= 2;
  }
}
