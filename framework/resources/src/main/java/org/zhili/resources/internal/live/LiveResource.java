package org.zhili.resources.internal.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.resources.internal.Trouble;

/**
 * The stream of what changes (实时消息). Whoever knows sessions opens a line before a request comes
 * here; here it is told why it got none.
 */
@Path("live")
@Tag(name = "console")
public final class LiveResource {
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.DISPLAY})
  @Operation(
      summary = "Follow what changes, as server-sent events · 订阅变化通知（服务器推送）",
      description =
          "Events tell what changed, never what it is now: `cases` with"
              + " `[{\"id\": …, \"version\": …}]` (empty when there are too many to name) of those you"
              + " may see, `reviews`, `pages`, `plug-ins`. A comment comes every 15 s. The stream ends"
              + " with its session, which it does not keep alive."
              + " · 事件只说明哪些内容有变化：cases（可见案件的标识与版本，过多时为空）、reviews、pages、plug-ins；"
              + "每 15 秒一行注释；随会话结束而结束，且不延长会话。")
  @ApiResponse(
      content =
          @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = "string")))
  public Response follow() {
    return Trouble.NO_LINE.retryAfter(A_WHILE).getResponse();
  }
}
