import { isRegionId, needsIcp } from "../../lib/facts/regions";

test.each([
  ["cn-hangzhou", true],
  ["cn-shanghai-finance-1", true],
  ["cn-hongkong", false],
  ["ap-southeast-1", false],
  ["eu-central-1", false],
])("a domain in %s needs an ICP filing: %s", (region, needed) => {
  expect(needsIcp(region)).toBe(needed);
});

test.each([
  ["cn-hangzhou", true],
  ["cn-shanghai-finance-1", true],
  ["ap-southeast-1", true],
  ["hangzhou", false],
  ["true", false],
  ["Germany (Frankfurt)", false],
  ["", false],
])("%j has the shape of a region's id: %s", (text, answer) => {
  expect(isRegionId(text)).toBe(answer);
});
