import type { Resource, ResourceGraph, Value } from "../../graph";
import type { Detail, Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { isEmptyBlock, isWritten } from "../written";

const message = "this differs in every plan";

/** What is sent in another form than it is read back: every plan wants to change it again. */
export const endlessDiff: Rule = {
  id: "provider/endless-diff",
  level: "warning",
  title: "no value is one that differs in every plan",
  *evaluate(graph) {
    yield* zeros(graph);
    yield* contentTypes(graph);
    yield* serviceTimeouts(graph);
    yield* pluginData(graph);
    yield* emptyBlocks(graph);
  },
};

/** A finding or a question: what is not known decides, else what is wrong. */
function* say(
  resource: Resource,
  attribute: string,
  open: readonly Value[],
  wrong: Pick<Detail, "got" | "expected" | "fix" | "values"> | undefined,
): Iterable<Verdict> {
  if (open.length > 0) yield undecided(resource, { attribute, message }, open);
  else if (wrong) yield violated(resource, { attribute, message, ...wrong });
}

/** The provider leaves a 0 out; the service then takes its default. */
function* zeros(graph: ResourceGraph): Iterable<Verdict> {
  const defaults = { timeout: 3, instance_concurrency: 1 };
  for (const { resource } of graph.functions) {
    for (const [attribute, value] of Object.entries(defaults)) {
      const number = resource.get(attribute);
      if (number.isNull) continue;
      const wrong = {
        got: "0, which is not sent: the service takes its default",
        expected: "a number of at least 1, or none",
        fix: `write the number that is meant (the default is ${value}), or leave it out`,
        values: [number],
      };
      yield* say(
        resource,
        attribute,
        number.isUnknown ? [number] : [],
        number.number === 0 ? wrong : undefined,
      );
    }
  }
}

/** With CLIENT the value is not sent, and read back empty. */
function* contentTypes(graph: ResourceGraph): Iterable<Verdict> {
  for (const api of graph.ofType("alicloud_api_gateway_api")) {
    for (const name of ["fc_service_config", "http_service_config", "http_vpc_service_config"]) {
      const service = api.get(name);
      if (service.isUnknown) continue;
      const category = service.get("content_type_category");
      const value = service.get("content_type_value");
      if (!isWritten(value) || (category.text !== "CLIENT" && !category.isUnknown)) continue;
      yield* say(
        api,
        `${name}.content_type_value`,
        [category, value].filter((item) => item.isUnknown),
        {
          got: "a content type with content_type_category CLIENT, which is not sent",
          expected: "no content_type_value with CLIENT: the client's own is passed on",
          fix: "remove content_type_value, or write content_type_category CUSTOM",
          values: [category, value],
        },
      );
    }
  }
}

/** The provider drops the number when it reads the model back. */
function* serviceTimeouts(graph: ResourceGraph): Iterable<Verdict> {
  for (const model of graph.ofType("alicloud_api_gateway_backend_model")) {
    const { value: data } = model.get("backend_model_data").json;
    if (!data || data.isNull) continue;
    yield* say(
      model,
      "backend_model_data",
      data.isUnknown ? [data] : [],
      data.get("ServiceTimeout").isNull
        ? undefined
        : {
            got: "ServiceTimeout in the data, which is not read back",
            expected: "data without ServiceTimeout",
            fix: "remove ServiceTimeout",
            values: [data],
          },
    );
  }
}

/** The provider compares the text letter by letter; the service may answer with compact JSON. */
function* pluginData(graph: ResourceGraph): Iterable<Verdict> {
  for (const plugin of graph.ofType("alicloud_api_gateway_plugin")) {
    const data = plugin.get("plugin_data");
    const { value: parsed } = data.json;
    // What is no JSON may be YAML: whether it is right is for api-gateway/plugin-data.
    if (data.isNull || !parsed) continue;
    const spaces = spacesIn(data.parts ?? [data]);
    yield* say(
      plugin,
      "plugin_data",
      spaces.found ? [] : spaces.open,
      spaces.found
        ? {
            got: "JSON with spaces or line breaks between its parts",
            expected: "compact JSON, as jsonencode writes it",
            fix: "write it with jsonencode, or on one line without spaces",
            values: [data],
          }
        : undefined,
    );
  }
}

/**
 * Whether there is white space outside the strings of a JSON text, and what there may have some:
 * not `jsonencode`, which writes compact JSON, also of what is not known yet.
 */
function spacesIn(pieces: readonly (string | Value)[]): { found: boolean; open: readonly Value[] } {
  let inString = false;
  const open: Value[] = [];
  for (const piece of pieces) {
    if (typeof piece !== "string" && !inString && piece.json.value === piece) open.push(piece);
    const text = typeof piece === "string" ? piece : (piece.text ?? "");
    for (let i = 0; i < text.length; i++) {
      if (inString && text[i] === "\\") i++;
      else if (text[i] === '"') inString = !inString;
      else if (!inString && /\s/.test(text[i])) return { found: true, open };
    }
  }
  return { found: false, open };
}

/** The provider sends an empty block as `{}`, for which the service stores nothing. */
function* emptyBlocks(graph: ResourceGraph): Iterable<Verdict> {
  for (const { resource } of graph.customDomains) {
    for (const name of ["auth_config", "cert_config", "tls_config", "waf_config"]) {
      for (const block of resource.blocks(name)) {
        const wrong = {
          got: `a ${name} block with nothing in it, which the service does not store`,
          expected: "a block with at least one argument, or none",
          fix: "remove the block",
          values: [block],
        };
        yield* say(
          resource,
          name,
          block.isUnknown ? [block] : [],
          isEmptyBlock(block) ? wrong : undefined,
        );
      }
    }
  }
}
