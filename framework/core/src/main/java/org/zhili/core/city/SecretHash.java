package org.zhili.core.city;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Turns a secret into what is kept of it: PBKDF2 with HMAC-SHA-512, in the one form that mosquitto
 * and EMQX both take over. Few rounds are enough, since secrets have 160 random bits.
 */
final class SecretHash {
  static final int ROUNDS = 101;
  static final int BYTES = 64;

  /** Mosquitto takes no salt of another length. */
  static final int SALT_CHARACTERS = 12;

  private SecretHash() {}

  /**
   * Hash a secret.
   *
   * @param salt printable characters of ASCII
   * @return hexadecimal digits
   */
  static String of(String salt, String secret) {
    byte[] salted = salt.getBytes(StandardCharsets.US_ASCII);
    PBEKeySpec key = new PBEKeySpec(secret.toCharArray(), salted, ROUNDS, BYTES * Byte.SIZE);
    try {
      SecretKeyFactory hashing = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
      return HexFormat.of().formatHex(hashing.generateSecret(key).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 8 has PBKDF2", e);
    }
  }

  /** Compare in a time that does not tell where two texts differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
