package org.zhili.device;

/** The value of a reading. */
public sealed interface Value {
  /** A finite number in the unit of its metric. */
  record Measure(double value) implements Value {
    public Measure {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a measure is a finite number, not " + value);
      }
    }
  }

  record Flag(boolean value) implements Value {}

  record Label(String value) implements Value {}

  /** Always WGS-84, in degrees; a driver whose device speaks GCJ-02 converts here, at the edge. */
  record Position(double latitude, double longitude) implements Value {
    public Position {
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        throw new IllegalArgumentException("not a position: " + latitude + ", " + longitude);
      }
    }
  }
}
