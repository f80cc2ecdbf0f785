package org.zhili.sheets;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What a cell of a sheet that somebody brings holds. */
public sealed interface Entry {
  /** Nothing. */
  Entry NONE = new Text("");

  /** Text, sign by sign as it was typed. */
  record Text(String text) implements Entry {
    @Override
    public String shown() {
      return text;
    }
  }

  /** A number, with the fifteen digits that Excel keeps. */
  record Amount(BigDecimal value) implements Entry {
    @Override
    public String shown() {
      return value.toPlainString();
    }
  }

  /**
   * A number that Excel shows with zeros before it, so that it may be meant as a code.
   *
   * @param shown with its zeros
   */
  record Padded(BigDecimal value, String shown) implements Entry {}

  /** A date with a time, of no zone. */
  record Time(LocalDateTime at) implements Entry {
    @Override
    public String shown() {
      return at.toString().replace('T', ' ');
    }
  }

  /**
   * What cannot be taken as it is.
   *
   * @param shown what stands there, for a person to find it by
   */
  record Bad(Fault fault, String shown) implements Entry {}

  /** Why a cell cannot be taken. */
  enum Fault {
    /** It is worked out, and nothing here works anything out. */
    FORMULA,
    /** Excel took a long number for one to reckon with, and forgot its last digits. */
    DIGITS_LOST,
    /** Excel shows an error in it, such as {@code #N/A}. */
    ERROR,
    /** It is merged with others. */
    MERGED,
    /** It is longer than a cell of Excel can be. */
    TOO_LONG
  }

  /** What a person sees there. */
  String shown();
}
