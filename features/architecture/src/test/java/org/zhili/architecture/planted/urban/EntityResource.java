package org.zhili.architecture.planted.urban;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.zhili.architecture.planted.Breaks;

@Path("entities")
@Breaks("D6 records")
public interface EntityResource {
  @GET
  List<OpenEntity> list();
}
