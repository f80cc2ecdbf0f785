package org.zhili.architecture.planted.api.two;

import java.util.Optional;
import org.zhili.architecture.planted.api.one.There;

public record Back(Optional<There> there) {}
