package io.sluice.engine;

import io.sluice.core.RouterState;
import io.sluice.port.FixState;

import java.util.List;

/** Everything a snapshot keeps: the router and the numbering of every FIX session. */
public record EngineState(RouterState router, List<FixState> sessions) {}
