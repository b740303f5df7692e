import type { Problem } from "../problem";

const EXPECTED = '4 to 50 letters, digits, "_" and Chinese characters, the first not "_"';

/**
 * What is wrong with the name of a gateway's plugin.
 *
 * Source: the provider, `plugin_name`: the characters are enforced at the plan, the length and the
 * first character by the service.
 */
export function pluginNameProblem(name: string): Problem | undefined {
  const got = JSON.stringify(name);
  const problem = (fix: string): Problem => ({ got, expected: EXPECTED, fix });
  if (name === "") return problem("give it a name");
  const wrong = /[^\u4E00-\u9FA5A-Za-z0-9_]/u.exec(name)?.[0];
  if (wrong === "-") return problem(`write ${JSON.stringify(name.replaceAll("-", "_"))}`);
  if (wrong !== undefined) return problem(`remove ${JSON.stringify(wrong)}`);
  if (name.startsWith("_")) return problem('begin with another character than "_"');
  const { length } = name;
  if (length >= 4 && length <= 50) return undefined;
  return {
    got: `${length} characters`,
    expected: EXPECTED,
    fix: length < 4 ? "make it longer" : "shorten it",
  };
}
