package org.zhili.sheets;

/** A file that is not read as a sheet. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Reason {
    /** Nothing stands in it. */
    EMPTY,
    /** It is of Excel before 2007. */
    OLD,
    /** It opens with a password only. */
    PROTECTED,
    /** It is no workbook, whatever it is called. */
    NOT_A_SHEET,
    /** It ends too early, or something in it is not as it must be. */
    BROKEN,
    /** It brings programs. */
    MACROS,
    /** It brings definitions that would read other files, or grow without end. */
    ENTITIES,
    /** Unpacked it is larger than a sheet of its rows would be. */
    BOMB,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    /** It is text in neither UTF-8 nor GB18030. */
    ENCODING
  }

  private final Reason reason;

  public Unreadable(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Unreadable(Reason reason, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
