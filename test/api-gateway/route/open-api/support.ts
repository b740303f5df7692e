import * as path from "node:path";
import { ApiRoute } from "../../../../lib/api-gateway/route/api-route";
import type { ApiRouteProps } from "../../../../lib/api-gateway/route/api-route-props";
import type { OpenApiOptions } from "../../../../lib/api-gateway/route/open-api/open-api-options";
import { FrontDoorError } from "../../../../lib/synth";
import { folderWith } from "../../../support/folder";

/** The routes of a document, which is written into a file. */
export function routesOf(
  document: string | object,
  options?: OpenApiOptions,
  name = "openapi.yaml",
): ApiRouteProps[] {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  return inFolder(folderWith({ [name]: text }), () => ApiRoute.fromOpenApi(name, options));
}

/** Runs something where relative paths begin at a folder. */
export function inFolder<T>(folder: string, run: () => T): T {
  const spy = jest.spyOn(process, "cwd").mockReturnValue(folder);
  try {
    return run();
  } finally {
    spy.mockRestore();
  }
}

/** What is said of a call that is refused, below the place of the call. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!(error instanceof FrontDoorError)) throw error;
    const [first, at, ...lines] = error.message.split("\n");
    expect(at).toMatch(/^ {2}at {8}test\/api-gateway\/route\/open-api\/[\w.-]+\.ts:\d+:\d+$/);
    return [first, ...lines].join("\n");
  }
  throw new Error("it is not refused");
}

/** A document with an operation, GET /orders. */
export function documentWith(
  operation: object = {},
  more: object = {},
  item: object = {},
): Record<string, unknown> {
  const get = { responses: { 200: { description: "what was asked for" } }, ...operation };
  return {
    openapi: "3.0.4",
    info: { title: "Orders", version: "1" },
    paths: { "/orders": { get, ...item } },
    ...more,
  };
}

/** The path of a document beside the tests. */
export const documentFile = (name: string): string => path.join(__dirname, "documents", name);
