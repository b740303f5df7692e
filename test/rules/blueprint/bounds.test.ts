import { bounds } from "../../../lib/rules/blueprint/bounds";
import { testPage } from "../../support/rule";

describe("blueprint/bounds", () => {
  testPage(bounds);
});
