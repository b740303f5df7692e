import { own } from "../props";
import { Duration } from "./duration";

/** What is wrong with how long a gateway waits. */
export const timeoutCheck = own(Duration, "Duration.seconds(10)");
