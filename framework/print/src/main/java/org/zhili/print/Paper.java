package org.zhili.print;

import java.util.List;

/**
 * What stands on a paper.
 *
 * @param language of its words, such as {@code zh-CN}
 * @param foot what stands at the foot of every page
 * @param page how pages are numbered: {@code 第 {0} 页，共 {1} 页}
 */
public record Paper(String title, String language, List<Part> parts, String foot, String page) {
  public Paper {
    parts = List.copyOf(parts);
  }

  /** A part of it, below the one before. */
  public sealed interface Part {}

  /** The name of what follows. */
  public record Heading(String words) implements Part {}

  /** Something that has a name: the name on the left, the words beside it. */
  public record Fact(String name, String words) implements Part {}

  /** Words across the page. */
  public record Paragraph(String words) implements Part {}
}
