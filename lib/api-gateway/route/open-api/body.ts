import { isRecord } from "../../../facts/issue";
import { RequestParameterLocation } from "../parameters";
import { GatewayMethod, RequestBodyFormat, type RequestMode } from "../words";
import type { Found, OpenApiDocument } from "./document";
import { type Operation, memberOf } from "./operation";
import { type Mapped, lost, requestParameter } from "./parameters";
import { OpenApiPart } from "./part";
import { schemaIn, simpleOf } from "./schemas";

const REQUEST_BODY = {
  name: "a request body",
  is: ({ content }: Found["value"]): boolean => isRecord(content),
};

const FORM = "application/x-www-form-urlencoded";

/** Requests of these have a body. The vendor names POST and PUT; PATCH is like them. Source: `RequestConfig`, `BodyFormat`. */
const WITH_BODY: readonly unknown[] = [GatewayMethod.POST, GatewayMethod.PUT, GatewayMethod.PATCH];

/** What an operation says of the body of a request. */
export function bodyOf(
  document: OpenApiDocument,
  { own, method }: Operation,
  mode: RequestMode,
): Mapped & { readonly bodyFormat?: RequestBodyFormat } {
  const nothing = { parameters: [], notMapped: [] };
  const given = memberOf([own], "requestBody");
  const body = given && document.follow(given, REQUEST_BODY);
  const content = body && memberOf([body], "content");
  const types = Object.keys(content?.value ?? {});
  if (!content || types.length === 0) return nothing;
  if (!WITH_BODY.includes(method)) {
    return { ...nothing, notMapped: [`${OpenApiPart.BODY}: ${types.join(", ")} of ${method}`] };
  }
  const form = types.find((type) => type.split(";")[0].trim().toLowerCase() === FORM);
  if (form !== undefined && types.length === 1) {
    return {
      ...fieldsOf(document, memberOf([content], form), mode),
      bodyFormat: RequestBodyFormat.FORM,
    };
  }
  const others = types.filter((type) => type !== form).join(", ");
  return {
    ...nothing,
    bodyFormat: RequestBodyFormat.STREAM,
    notMapped: form === undefined ? [] : [`${OpenApiPart.BODY}: a form beside ${others}`],
  };
}

/** The fields of a form. */
function fieldsOf(document: OpenApiDocument, media: Found | undefined, mode: RequestMode): Mapped {
  const schema = media && schemaIn(document, media.value.schema, [...media.path, "schema"]);
  const fields = schema && memberOf([schema], "properties");
  const required: unknown = schema?.value.required;
  const all = Object.entries(fields?.value ?? {}).map(([name, value]) => {
    const field = schemaIn(document, value, [...(fields?.path ?? []), name]);
    const simple = simpleOf(document, field);
    const isRequired = Array.isArray(required) && required.includes(name);
    const { description } = field?.value ?? {};
    const parameter = requestParameter(
      { name, required: isRequired, description },
      RequestParameterLocation.BODY,
      simple,
    );
    return { parameter, notMapped: lost(`${name} in the form`, parameter, simple, mode) };
  });
  const composed = ["allOf", "anyOf", "oneOf"].filter((keyword) => schema?.value[keyword]);
  return {
    parameters: all.map(({ parameter }) => parameter),
    notMapped: [
      ...all.flatMap(({ notMapped }) => notMapped),
      ...composed.map((keyword) => `${OpenApiPart.BODY}: ${keyword} of the form`),
    ],
  };
}
