package org.zhili.core.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/**
 * SHA-256 over facts, each name and value preceded by its length so that none runs into the next.
 */
public final class TraceHash {
  /** What the first entry of a chain points back to. */
  public static final String EMPTY = "0".repeat(64);

  private TraceHash() {}

  static String of(TraceEntry entry) {
    return of(entry.facts());
  }

  public static String of(SortedMap<String, String> facts) {
    MessageDigest digest = sha256();
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      add(digest, fact.getKey());
      add(digest, fact.getValue());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
