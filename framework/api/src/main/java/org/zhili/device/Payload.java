package org.zhili.device;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that cannot be changed, with the few accessors decoders always need.
 *
 * <p>Every accessor throws {@link IndexOutOfBoundsException} beyond the end; check {@link #size()}
 * first and answer {@link Decoded.Rejected}.
 */
public final class Payload {
  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Payload of(byte[] bytes) {
    return new Payload(bytes.clone());
  }

  /** Read hexadecimal digits; blanks between bytes are allowed. */
  public static Payload ofHex(String hex) {
    return new Payload(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
  }

  public static Payload ofUtf8(String text) {
    return new Payload(text.getBytes(StandardCharsets.UTF_8));
  }

  public int size() {
    return bytes.length;
  }

  /** Unsigned byte at {@code i}. */
  public int u8(int i) {
    return bytes[i] & 0xFF;
  }

  /** Unsigned 16 bits, big-endian. */
  public int u16(int i) {
    return u8(i) << 8 | u8(i + 1);
  }

  /** Signed 16 bits, big-endian. */
  public int i16(int i) {
    return (short) u16(i);
  }

  /** Unsigned 16 bits, little-endian. */
  public int u16le(int i) {
    return u8(i + 1) << 8 | u8(i);
  }

  /** Signed 16 bits, little-endian. */
  public int i16le(int i) {
    return (short) u16le(i);
  }

  /** Unsigned 32 bits, little-endian. */
  public long u32le(int i) {
    return (long) u16le(i + 2) << 16 | u16le(i);
  }

  /** The text, when the bytes are valid UTF-8. */
  public Optional<String> utf8() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  /** The bytes from {@code from}, inclusive, to {@code to}, exclusive. */
  public Payload slice(int from, int to) {
    return new Payload(Arrays.copyOfRange(bytes, from, to));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length <= 64 ? hex() : slice(0, 64).hex() + "… (" + bytes.length + " bytes)";
  }
}
