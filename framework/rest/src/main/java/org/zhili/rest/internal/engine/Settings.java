package org.zhili.rest.internal.engine;

/**
 * How the application behaves.
 *
 * @param authenticationRequired false lets everybody call everything
 * @param maxBodyBytes the largest JSON body
 * @param maxUploadBytes the largest body of another kind, such as a photo
 * @param trustedProxies whose word on who calls is believed
 */
public record Settings(
    boolean authenticationRequired,
    long maxBodyBytes,
    long maxUploadBytes,
    TrustedProxies trustedProxies) {
  public static final Settings USUAL =
      new Settings(true, 1_048_576, 16_777_216, TrustedProxies.NONE);
}
