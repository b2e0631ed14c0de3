package dev.highwater.engine.content;

import dev.highwater.engine.risk.RiskFactor;

/** A risk factor as content has it; it counts where it is switched on. */
public record ContentRiskFactor(RiskFactor factor, boolean isEnabled) {}
