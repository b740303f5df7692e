import { needsIcp } from "../../lib/facts/regions";

test.each([
  ["cn-hangzhou", true],
  ["cn-shanghai-finance-1", true],
  ["cn-hongkong", false],
  ["ap-southeast-1", false],
  ["eu-central-1", false],
])("a domain in %s needs an ICP filing: %s", (region, needed) => {
  expect(needsIcp(region)).toBe(needed);
});
