import { tags } from "../../../lib/rules/blueprint/tags";
import { testPage } from "../../support/rule";

describe("blueprint/tags", () => {
  testPage(tags);
});
