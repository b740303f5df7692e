import { naming } from "../../../lib/rules/blueprint/naming";
import { testPage } from "../../support/rule";

describe("blueprint/naming", () => {
  testPage(naming);
});
