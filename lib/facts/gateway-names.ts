import { descriptionProblem } from "./description";
import type { Problem } from "./problem";

const LEAST_CHARACTERS = 4;
const MOST_CHARACTERS = 128;
const SAFE_CHARACTERS = 50;

/** The most characters of the description of an app, an API or a group. */
export const MOST_GATEWAY_DESCRIPTION_CHARACTERS = 180;

/** Letters are the Latin ones and the Chinese ones. */
const LETTER = "a-zA-Z\\u4E00-\\u9FA5";
const BEGIN = new RegExp(`^[${LETTER}]`);
const OTHER = new RegExp(`[^${LETTER}0-9_. -]`, "u");
const OTHER_IN_APP = new RegExp(`[^${LETTER}0-9_]`, "u");

/**
 * What is wrong with the name of an API group or of an API: 4 to 128 letters, digits, `_`, `-`, `.`
 * and spaces, the first a letter. The vendor's documents disagree; this is what every one refuses.
 *
 * Source: CreateApi and CreateApiGroup, `ApiName` and `GroupName`; the ROS types of the same names.
 */
export function gatewayNameProblem(name: string): Problem | undefined {
  const { length } = [...name];
  const expected = `${LEAST_CHARACTERS} to ${MOST_CHARACTERS} letters, digits, "_", "-", "." and spaces, the first a letter`;
  const got = JSON.stringify(name);
  if (length > MOST_CHARACTERS) {
    return { got: `${length} characters`, expected, fix: "shorten it" };
  }
  if (name === "") return { got, expected, fix: "give it a name" };
  const other = OTHER.exec(name)?.[0];
  if (other !== undefined) return { got, expected, fix: `remove ${JSON.stringify(other)}` };
  if (!BEGIN.test(name)) {
    return { got, expected, fix: `begin with a letter, not with ${JSON.stringify(name[0])}` };
  }
  return length < LEAST_CHARACTERS ? { got, expected, fix: "make it longer" } : undefined;
}

/** What speaks against a right name of a group or an API: some of the vendor's documents take at most 50 characters, and neither a space nor a dot. */
export function gatewayNameDoubt(name: string): Problem | undefined {
  const { length } = [...name];
  if (length > SAFE_CHARACTERS) {
    return {
      got: `${length} characters`,
      expected: `at most ${SAFE_CHARACTERS} characters, which every document allows`,
      fix: "shorten it",
    };
  }
  const doubtful = /[. ]/.exec(name)?.[0];
  return doubtful === undefined
    ? undefined
    : {
        got: JSON.stringify(name),
        expected: 'letters, digits, "_" and "-"',
        fix: `write "_" in place of ${JSON.stringify(doubtful)}`,
      };
}

const LEAST_APP_CHARACTERS = 4;

/** The most characters of the name of an app. */
export const MOST_APP_CHARACTERS = 26;

/**
 * What is wrong with the name of an app: 4 to 26 letters, digits and `_`, the first a letter.
 *
 * Source: CreateApp, `AppName`; of its documents one takes Chinese letters too.
 */
export function gatewayAppNameProblem(name: string): Problem | undefined {
  const { length } = [...name];
  const expected = `${LEAST_APP_CHARACTERS} to ${MOST_APP_CHARACTERS} letters, digits and "_", the first a letter`;
  const got = JSON.stringify(name);
  if (name === "") return { got, expected, fix: "give it a name" };
  const other = OTHER_IN_APP.exec(name)?.[0];
  if (other === "-") {
    return { got, expected, fix: `write ${JSON.stringify(name.replaceAll("-", "_"))}` };
  }
  if (other !== undefined) return { got, expected, fix: `remove ${JSON.stringify(other)}` };
  if (!BEGIN.test(name)) {
    return { got, expected, fix: `begin with a letter, not with ${JSON.stringify(name[0])}` };
  }
  if (length >= LEAST_APP_CHARACTERS && length <= MOST_APP_CHARACTERS) return undefined;
  const fix = length < LEAST_APP_CHARACTERS ? "make it longer" : "shorten it";
  return { got: `${length} characters`, expected, fix };
}

/**
 * What is wrong with the `description` of an app, an API or of a group: at most 180 characters.
 *
 * Source: CreateApp, CreateApi and CreateApiGroup, `Description`.
 */
export function gatewayDescriptionProblem(text: string): Problem | undefined {
  return descriptionProblem(text, MOST_GATEWAY_DESCRIPTION_CHARACTERS);
}
