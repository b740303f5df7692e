/** YAML in an argument. Its own folder, so that the parser behind it loads only when something is no JSON. */
export { yamlOf } from "./read";
