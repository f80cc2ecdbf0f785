package org.zhili.access.internal.passwords;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id, as {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. The hash says
 * what it cost, so the cost may be raised while old hashes stay good.
 *
 * <p>Thread-safe. No more than so many are computed at once, since each takes its memory.
 */
public final class PasswordHashing {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int AT_ONCE = 3;
  private static final long PATIENCE_SECONDS = 5;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,4}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");

  private final Cost cost;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  public PasswordHashing(Cost cost) {
    this.cost = cost;
  }

  /**
   * What a hash costs.
   *
   * @param memoryKib memory in KiB
   */
  public record Cost(int memoryKib, int passes, int lanes) {
    /** What OWASP asks for at least. */
    public static final Cost DEFAULT = new Cost(19_456, 2, 1);
  }

  /** Too many hashes are being computed; nothing was done. */
  public static final class Busy extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("too many passwords are being checked");
    }
  }

  /**
   * Hash a password.
   *
   * @throws Busy when there is no turn within 5 s
   */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = inTurn(() -> argon2(password, salt, cost));
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + cost.memoryKib
        + ",t="
        + cost.passes
        + ",p="
        + cost.lanes
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(hash);
  }

  /**
   * Whether this is the password.
   *
   * @throws Busy when there is no turn within 5 s
   */
  public boolean matches(String password, String hash) {
    Matcher parts = parts(hash);
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    Cost then = cost(parts);
    return MessageDigest.isEqual(expected, inTurn(() -> argon2(password, salt, then)));
  }

  /** Whether the hash was made at another cost than is asked for now. */
  public boolean outdated(String hash) {
    return !cost(parts(hash)).equals(cost);
  }

  private static Matcher parts(String hash) {
    Matcher parts = FORM.matcher(hash);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a password hash of ours");
    }
    return parts;
  }

  private static Cost cost(Matcher parts) {
    return new Cost(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  /** Input methods write the same sign in several ways; all of them are one password. */
  private static byte[] argon2(String password, byte[] salt, Cost cost) {
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib)
            .withIterations(cost.passes)
            .withParallelism(cost.lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
