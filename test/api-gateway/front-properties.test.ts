import { readFileSync, rmSync } from "node:fs";
import * as path from "node:path";
import { TerraformStack } from "cdktf";
import * as fc from "fast-check";
import { AlicloudProvider } from "../../lib/alicloud/provider";
import { gatewayDescriptionProblem, gatewayNameProblem } from "../../lib/facts/gateway-names";
import { pluginNameProblem } from "../../lib/facts/plugins/name";
import { ROS_STACK_NAME_CHARACTERS, rosStackNameProblem } from "../../lib/facts/ros";
import { ResourceGraph, type TerraformJson } from "../../lib/graph";
import { read } from "../../lib/graph/read";
import { readPlan } from "../../lib/graph/read/plan";
import { RULES, evaluate } from "../../lib/rules";
import { Project } from "../support/app";
import { pem } from "../support/certificates";
import { conformance } from "../support/conformance";
import { Order } from "../support/order";
import { planOf } from "../support/plan";
import { groupAttachments, openOf, warningsOf } from "./random/expected";
import { type FrontSpec, build, fronts } from "./random/front";

beforeAll(() => {
  jest.useFakeTimers({ now: new Date("2026-11-22T12:00:00Z") });
});
afterAll(() => {
  jest.useRealTimers();
});

type Body = Readonly<Record<string, unknown>>;

/** What a front becomes, written by the real App. */
interface Written {
  readonly text: string;
  readonly json: TerraformJson;
  readonly order: Order;
  readonly printed: readonly string[];
  /** The blocks of a type by address. */
  readonly of: (type: string) => Readonly<Record<string, Body>>;
  readonly folder: string;
}

function written(spec: FrontSpec): Written {
  const project = new Project();
  const app = project.app();
  const stack = new TerraformStack(app, spec.stack);
  new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou", accountId: "1234567890123456" });
  build(stack, spec);
  app.synth();
  const { folder } = project;
  const text = readFileSync(path.join(folder, "stacks", spec.stack, "cdk.tf.json"), "utf8");
  const json = JSON.parse(text) as TerraformJson;
  const { resource } = JSON.parse(text) as { resource: Record<string, Record<string, Body>> };
  const of = (type: string) =>
    Object.fromEntries(
      Object.entries(resource[`alicloud_${type}`] ?? {}).map(([name, body]) => [
        `alicloud_${type}.${name}`,
        body,
      ]),
    );
  return { text, json, order: new Order(json), printed: project.printed, of, folder };
}

/** Writes a front, looks at it, and takes it away. */
function looking(look: (it: Written, spec: FrontSpec) => void): (spec: FrontSpec) => void {
  return (spec) => {
    const it = written(spec);
    try {
      look(it, spec);
    } finally {
      rmSync(it.folder, { recursive: true });
    }
  };
}

/** What the rules say, a line each. */
function judged(graph: ResourceGraph) {
  const { findings, undecided, failures } = evaluate(graph, RULES, { date: "2026-11-22" });
  expect(failures).toEqual([]);
  return {
    findings,
    undecided,
    lines: findings.map(({ rule, level, resource, attribute, message, got, fix }) =>
      [rule, level, resource, attribute, message, got, fix].join(" | "),
    ),
    open: undecided.map(({ rule, resource, attribute, needs }) =>
      [rule, resource, attribute, ...needs].join(" | "),
    ),
  };
}

const values = (type: Readonly<Record<string, Body>>, argument: string): readonly unknown[] =>
  Object.values(type).map((body) => body[argument]);

/** Blocks of a type, and in what each refers to which of another. */
const pointsTo = (body: Body, argument: string, address: string): boolean =>
  String(body[argument]).includes(`${address}.`);

test("a right front is what the provider takes, and the rules say of it what they must", () => {
  fc.assert(
    fc.property(
      fronts,
      looking(({ json, folder, printed }, spec) => {
        expect(conformance(json)).toEqual([]);
        const graph = new ResourceGraph([{ stack: spec.stack, json }]);
        const { findings, undecided, lines, open } = judged(graph);
        const ofLevel = (level: string) => findings.filter((one) => one.level === level);
        expect(ofLevel("error")).toEqual([]);
        expect(new Set(ofLevel("warning").map(({ rule }) => rule))).toEqual(warningsOf(spec));
        expect(
          printed.filter((line) => line.includes("[Warning]") || /warn/i.test(line)),
        ).toHaveLength(ofLevel("warning").length);
        const { must, may } = openOf(spec);
        const asked = new Set(undecided.map(({ rule }) => rule));
        expect([...must].filter((rule) => !asked.has(rule))).toEqual([]);
        expect(undecided.filter(({ rule }) => !may.has(rule))).toEqual([]);

        // Whoever reads it finds the same.
        const file = judged(read(folder).graph);
        expect(file.lines).toEqual(lines);
        expect(file.open).toEqual(open);
        const variables = { certificate: pem("wildcard.pem"), private_key: pem("ec.key") };
        const plan = planOf(json, variables);
        const planned = judged(readPlan(plan, { file: "plan.json", synth: graph }).graph);
        expect(planned.lines).toEqual(lines);
        // A text that something made at the apply is in is not known in a plan, none of it.
        const ofApply = /^alicloud_(ram_access_key|api_gateway_app)\./;
        expect(
          planned.undecided.filter(
            ({ rule, needs }) => !may.has(rule) && !needs.every((need) => ofApply.test(need)),
          ),
        ).toEqual([]);
      }),
    ),
    { numRuns: 12 },
  );
});

test("a right front comes up and goes down in an order that the platform takes", () => {
  fc.assert(
    fc.property(
      fronts,
      looking(({ of, order }, spec) => {
        const apis = Object.keys(of("api_gateway_api"));
        const onGroup = of("api_gateway_group_plugin_attachment");
        const plugins = Object.keys(of("api_gateway_plugin"));
        const onApi = {
          ...of("api_gateway_plugin_attachment"),
          ...of("api_gateway_app_attachment"),
        };
        const before = (addresses: readonly string[], first: readonly string[]) =>
          addresses.flatMap((one) => first.filter((other) => !order.waits(one, other)));
        const inTurn = (addresses: readonly string[]) =>
          addresses.flatMap((one, index) =>
            addresses
              .slice(index + 1)
              .filter((other) => !order.waits(one, other) && !order.waits(other, one)),
          );

        expect(Object.keys(onGroup)).toHaveLength(groupAttachments(spec));
        expect(before(apis, Object.keys(onGroup))).toEqual([]);
        expect(inTurn(Object.keys(onGroup))).toEqual([]);
        for (const api of apis) {
          const own = Object.keys(onApi).filter((one) => pointsTo(onApi[one], "api_id", api));
          expect(before(own, [api])).toEqual([]);
          expect(inTurn(own)).toEqual([]);
        }
        for (const [address, body] of Object.entries({ ...onGroup, ...onApi })) {
          const used = plugins.filter((plugin) => pointsTo(body, "plugin_id", plugin));
          expect(before([address], used)).toEqual([]);
        }
        const grants = Object.keys({
          ...of("ram_role_policy_attachment"),
          ...of("ram_user_policy_attachment"),
        });
        expect(before(apis, grants)).toEqual([]);
        const binding = Object.keys(of("ros_stack"));
        const records = Object.keys({ ...of("alidns_record"), ...of("pvtz_zone_record") });
        expect(before(binding, [...records, ...order.ofType("time_sleep")])).toEqual([]);
        expect(
          before(
            records,
            Object.keys(of("api_gateway_group")).filter(() => spec.group !== "imported"),
          ),
        ).toEqual([]);
        // Neither throws where nothing waits for itself.
        expect(order.destruction.flat().sort()).toEqual(
          order.creation
            .flat()
            .filter((one) => !one.startsWith("data."))
            .sort(),
        );
      }),
    ),
    { numRuns: 12 },
  );
});

test("a right front has names that the service takes, and canonical data without a secret", () => {
  const [, keyLine] = pem("ec.key").split("\n");
  fc.assert(
    fc.property(
      fronts,
      looking(({ of, text }) => {
        const plugins = of("api_gateway_plugin");
        const apis = of("api_gateway_api");
        const group = of("api_gateway_group");
        const problems = [
          ...values(plugins, "plugin_name").map((name) => pluginNameProblem(String(name))),
          ...[...values(apis, "name"), ...values(group, "name")].map((name) =>
            gatewayNameProblem(String(name)),
          ),
          ...values(apis, "description").map((it) => gatewayDescriptionProblem(String(it))),
          ...values(of("ros_stack"), "stack_name").map((name) =>
            rosStackNameProblem(
              String(name).replace(/\$\{.*\}$/, "12345678"),
              ROS_STACK_NAME_CHARACTERS,
            ),
          ),
        ];
        expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
        const ram = [...values(of("ram_role"), "role_name"), ...values(of("ram_user"), "name")];
        const policies = values(of("ram_policy"), "policy_name");
        for (const name of ram) expect(name).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9.-]{0,63}$/);
        for (const name of policies) expect(name).toMatch(/^[a-zA-Z0-9-]{1,128}$/);
        for (const names of [values(plugins, "plugin_name"), values(apis, "name"), ram]) {
          expect(new Set(names).size).toBe(names.length);
        }
        for (const { plugin_data: data, plugin_type: type } of Object.values(plugins)) {
          expect(secrets(String(type), String(data))).toEqual([]);
          if (String(data).startsWith("${jsonencode(")) continue;
          const json = String(data).replace(/([$%])\1\{/g, "$1{");
          expect(json).toBe(JSON.stringify(sorted(JSON.parse(json))));
          expect(String(data)).not.toMatch(/(?<!\$)\$\{|(?<!%)%\{/);
        }
        expect(text).not.toContain(keyLine);
      }),
    ),
    { numRuns: 12 },
  );
});

/** Secrets in the data of a plugin that are no references. */
function secrets(type: string, data: string): readonly string[] {
  const members = { backendSignature: ["key", "secret"], basicAuth: ["password"] }[type] ?? [];
  return members.filter((member) => {
    const found = [...data.matchAll(new RegExp(`"${member}"\\s*[=:]\\s*("|[a-z_.]+)`, "g"))];
    return found.length === 0 || found.some(([, value]) => !/^(var|alicloud_ram)/.test(value));
  });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test("a front has the same addresses whatever the order of its lists, and the same bytes each time", () => {
  fc.assert(
    fc.property(fronts, (spec) => {
      const [first, second, other] = [spec, spec, reversed(spec)].map((one) => {
        const it = written(one);
        rmSync(it.folder, { recursive: true });
        return it;
      });
      expect(second.text).toBe(first.text);
      expect([...other.order.addresses].sort()).toEqual([...first.order.addresses].sort());
    }),
    { numRuns: 6 },
  );
});

/** The same with every list the other way round. */
function reversed(spec: FrontSpec): FrontSpec {
  const turn = <T>(list: readonly T[] | undefined) => list && [...list].reverse();
  const plugins = (list: FrontSpec["plugins"]) =>
    turn(
      list.map((plugin) => ({ ...plugin, ...(plugin.stages && { stages: turn(plugin.stages) }) })),
    )!;
  return {
    ...spec,
    routes: turn(
      spec.routes.map((route) => ({
        ...route,
        methods: turn(route.methods),
        ...(route.plugins && { plugins: plugins(route.plugins) }),
        ...(Array.isArray(route.auth) && { auth: turn(route.auth as readonly number[]) }),
      })),
    )!,
    protect: plugins(spec.protect),
    plugins: plugins(spec.plugins),
    ...(spec.apps && { apps: turn(spec.apps) }),
    ...(spec.stages && { stages: turn(spec.stages) }),
  };
}
