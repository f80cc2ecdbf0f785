package org.zhili.resources.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.zhili.resources.internal.Trouble;

/**
 * Closes what is told once so that only who sends the same {@code Idempotency-Key} again opens it
 * (HKDF with SHA-256, AES-256-GCM). The key itself is kept nowhere: the request goes by a name that
 * is derived from it, so whoever reads the database can open nothing, and has to guess the key.
 */
final class Seal {
  private static final Pattern RANDOM =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[0-9a-f]{32,64}",
          Pattern.CASE_INSENSITIVE);

  /** Of 32 random digits nearly never fewer are different. */
  private static final int DIFFERENT = 8;

  private static final String HMAC = "HmacSHA256";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom SOURCE = new SecureRandom();

  private final byte[] secret;

  private Seal(byte[] secret) {
    this.secret = secret;
  }

  /** Refuse a key that somebody could guess. */
  static Seal of(String key) {
    boolean random =
        RANDOM.matcher(key).matches()
            && key.replace("-", "").toLowerCase(Locale.ROOT).chars().distinct().count()
                >= DIFFERENT;
    if (!random) {
      throw Trouble.GUESSABLE_KEY.problem();
    }
    return new Seal(
        hmac(
            "zhili told once".getBytes(StandardCharsets.UTF_8),
            key.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the request goes by instead of its key. */
  String name() {
    return HexFormat.of().formatHex(derived("name"));
  }

  /**
   * Close it.
   *
   * @param about what it belongs to; elsewhere it does not open
   */
  String close(List<Told> told, String about) {
    String lines =
        told.stream().map(one -> one.what() + "\t" + one.told()).collect(Collectors.joining("\n"));
    byte[] nonce = new byte[NONCE];
    SOURCE.nextBytes(nonce);
    try {
      byte[] closed =
          cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(lines.getBytes(StandardCharsets.UTF_8));
      ByteBuffer whole = ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed);
      return Base64.getEncoder().encodeToString(whole.array());
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Open it again; empty when it was closed by another, or changed since. */
  Optional<List<Told>> open(String closed, String about) {
    byte[] whole = Base64.getDecoder().decode(closed);
    try {
      byte[] lines =
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE), about)
              .doFinal(whole, NONCE, whole.length - NONCE);
      return Optional.of(
          new String(lines, StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split("\t", 2))
              .map(parts -> new Told(parts[0], parts[1]))
              .toList());
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(derived("content"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** The first block of HKDF's expansion, which is as long as what is needed. */
  private byte[] derived(String purpose) {
    return hmac(secret, (purpose + "\u0001").getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every Java platform has AES-GCM and HMAC with SHA-256", e);
  }
}
