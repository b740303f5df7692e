export * from "../facts/own-version";
