package org.zhili.frame;

/**
 * What a protocol is called.
 *
 * @param id unique among protocols, such as {@code hj212}; listeners are configured by it
 * @param longestFrame bytes a frame may have at most; the head of more bytes than that is never
 *     {@link Head.Begun}
 */
public record ProtocolInfo(String id, int longestFrame) {
  public ProtocolInfo {
    if (id.isBlank() || longestFrame < 1) {
      throw new IllegalArgumentException("a protocol needs an id and frames of some length");
    }
  }
}
