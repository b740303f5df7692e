import type { Pack } from "fc-frontdoor/check";
import { about } from "./about";
import { codeOrigin } from "./code-origin";

/** The pack `acme-blueprint/policy`: of the blueprint, and for projects that are not written with it. */
const pack: Pack = {
  ...about,
  policy: {
    extends: ["recommended"],
    rules: {
      // No error, which would stop the synthesis on a developer's machine: the pull request is the place.
      "blueprint/tags": "warning",
      "custom-domain/plain-http": "error",
      "function/logging": "warning",
    },
    locked: ["custom-domain/plain-http", "http-trigger/inline-secret"],
  },
  rules: [codeOrigin],
};
export default pack;
