import { domainProtocolProblem } from "../facts/tls";
import { literalText } from "../props";

/** Decides what else is asked for, so it has to be known at synth. */
export const protocolCheck = literalText(domainProtocolProblem);
