import { Blueprint, BlueprintTarget, Bound, Naming, Runtime } from "fc-frontdoor";
import { about } from "./about";

/** Applied to an App before its constructs are made: `acme.applyTo(app)`. */
export const acme = new Blueprint({
  ...about,
  library: ">=0.1.0 <0.2.0",
  defaults: {
    webFunction: {
      runtime: Runtime.NODEJS20,
      memorySizeMb: 512,
      logs: { project: "acme-logs", logstore: "functions" },
      tags: { org: "acme" },
    },
    // Reached through a gateway or a domain, unless an app says otherwise, which the rules then look at.
    httpTrigger: { disableInternetUrl: true },
  },
  bounds: [
    Bound.oneOf(BlueprintTarget.WEB_FUNCTION, "runtime", "nodejs20", "python3.12"),
    Bound.atMost(BlueprintTarget.WEB_FUNCTION, "timeoutSeconds", 300),
    Bound.required(BlueprintTarget.WEB_FUNCTION, "description"),
  ],
  requiredTags: ["team", "cost-center"],
  naming: [
    Naming.of(BlueprintTarget.WEB_FUNCTION, "^acme-[a-z0-9-]+$"),
    Naming.of(BlueprintTarget.API_GATEWAY_FRONTED, "^acme_[a-z0-9_]+$"),
  ],
  policy: { extends: ["acme-blueprint/policy"] },
});
