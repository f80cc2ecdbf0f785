package org.zhili.core.casework;

import java.util.Locale;
import org.zhili.casework.Outcome.Reason;

/**
 * Why the desk refuses, each with its stable code; the words are in the message files beside it.
 */
enum Refusal {
  UNKNOWN_CASE(Reason.UNKNOWN, 2001),
  WRONG_ROLE(Reason.FORBIDDEN, 2002),
  NO_PASSAGE(Reason.NOT_NOW, 2003),
  EVIDENCE_MISSING(Reason.INCOMPLETE, 2004),
  STALE(Reason.STALE, 2005),
  NOT_THE_LEAD(Reason.FORBIDDEN, 2006),
  HANDLER_MAY_NOT_VERIFY(Reason.FORBIDDEN, 2007),
  REASON_MISSING(Reason.INCOMPLETE, 2008),
  UNKNOWN_MILESTONE(Reason.INCOMPLETE, 2009),
  UNKNOWN_FILING(Reason.INCOMPLETE, 2010),
  REOPEN_TOO_LATE(Reason.NOT_NOW, 2011),
  RATED_ALREADY(Reason.NOT_NOW, 2012),
  NO_LEAD(Reason.NOT_NOW, 2013),
  WRONG_MERGE(Reason.INCOMPLETE, 2014),
  UNKNOWN_UNIT(Reason.INCOMPLETE, 2015),
  NOT_INVOLVED(Reason.FORBIDDEN, 2016),
  MILESTONE_MET(Reason.NOT_NOW, 2017),
  TYPE_AWAY(Reason.NOT_NOW, 2018);

  private final Reason reason;
  private final String code;

  Refusal(Reason reason, int number) {
    this.reason = reason;
    this.code = "ZL-" + number;
  }

  Reason reason() {
    return reason;
  }

  String code() {
    return code;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
