import type { ConstructProps } from "../../synth/construct-props";

/** Props of an `ApiApp`. */
export interface ApiAppProps extends ConstructProps {
  /**
   * The app's name: 4 to 26 letters, digits and `_`, the first a letter.
   *
   * @default - the construct's path, joined by `_`
   */
  readonly appName?: string;
  /**
   * Whose it is, at most 180 characters.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Tags.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
}
