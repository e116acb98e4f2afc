package io.sluice.risk;

import io.sluice.order.DenialCode;

/** One reason to say no. Looks at everything it holds for, and never lets pass what it cannot. */
interface RiskCheck {

    DenialCode code();

    Verdict check(Candidate candidate, Exposures exposures);
}
