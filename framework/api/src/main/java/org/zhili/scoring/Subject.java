package org.zhili.scoring;

/** Who is graded: a unit (部门), a district (区域) or a post (岗位), by its id. */
public record Subject(Kind kind, String id) {
  public enum Kind {
    UNIT,
    DISTRICT,
    POST
  }
}
