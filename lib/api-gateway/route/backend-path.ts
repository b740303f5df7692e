import { pathParameters, withParameters } from "../../facts/gateway-path";
import { type RequestParameter, RequestParameterLocation } from "./parameters";

const { PATH } = RequestParameterLocation;

/** The names by which the path that the function sees can have parameters, by those of the request's. */
function backendNames(
  path: string,
  parameters: readonly RequestParameter[],
): ReadonlyMap<string, string> {
  const names = new Map(pathParameters(path).map((name) => [name, name]));
  for (const { name, location, backendName = name, backendLocation = location } of parameters) {
    if (backendLocation === PATH) names.set(name, backendName);
    else if (location === PATH) names.delete(name);
  }
  return names;
}

/** The path that the function sees where none is given: the request's, with the names that the function knows its parameters by. */
export function backendPathOf(path: string, parameters: readonly RequestParameter[]): string {
  const names = backendNames(path, parameters);
  return withParameters(path, (name) => names.get(name) ?? name);
}

/** The parameters of the path that the function sees which nothing is put in for. */
export function emptyParameters(
  backendPath: string,
  path: string,
  parameters: readonly RequestParameter[],
): readonly string[] {
  const known = [...backendNames(path, parameters).values()];
  return pathParameters(backendPath).filter((name) => !known.includes(name));
}
