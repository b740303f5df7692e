import { diskSize } from "../../../lib/rules/function/disk-size";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

describe("function/disk-size", () => {
  testPage(diskSize);

  test.each([512, 10240, "512", null])("%p is right", (disk_size) => {
    expect(judgedFunction(diskSize, { disk_size })).toEqual(SATISFIED);
  });

  test.each([
    [600, "600 MB"],
    [511, "511 MB"],
    [20480, "20480 MB"],
    ["10 GB", '"10 GB"'],
  ])("%p is refused", (disk_size, shown) => {
    expect(got(diskSize, { disk_size })).toEqual([shown]);
  });

  test.each(STRANGE)("%j does not stop it", (disk_size) => {
    judgedFunction(diskSize, { disk_size });
  });
});
