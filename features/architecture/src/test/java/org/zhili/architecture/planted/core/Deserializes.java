package org.zhili.architecture.planted.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import org.zhili.architecture.planted.Breaks;

@Breaks("serialization")
public final class Deserializes {
  public Object read(InputStream in) throws IOException, ClassNotFoundException {
    try (var objects = new ObjectInputStream(in)) {
      return objects.readObject();
    }
  }
}
