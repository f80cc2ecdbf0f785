package org.zhili.print;

/** What came of a paper. */
public sealed interface Printed {
  /** It is whole. */
  final class Whole implements Printed {
    private final byte[] pdf;

    Whole(byte[] pdf) {
      this.pdf = pdf;
    }

    /** The PDF, of which each caller gets a copy. */
    public byte[] pdf() {
      return pdf.clone();
    }
  }

  /** No font has this character, so nothing was printed. */
  record Missing(int character) implements Printed {}

  /** This character belongs to a script that is not set letter by letter from left to right. */
  record Unsettable(int character) implements Printed {}
}
