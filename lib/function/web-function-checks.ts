import { Token } from "cdktf";
import type { Construct } from "constructs";
import { concurrencyOnRuntimeProblem, concurrencyProblem } from "../facts/concurrency";
import { cpuMemoryProblem, cpuProblem, memoryProblem } from "../facts/cpu-memory";
import { descriptionProblem } from "../facts/description";
import { diskSizeProblem } from "../facts/disk-size";
import { countProblem, handlerProblem } from "../facts/function-limits";
import { reservedProblem } from "../facts/invocation";
import { functionNameProblem } from "../facts/names";
import { idleTimeoutProblem, timeoutProblem } from "../facts/timeout";
import {
  type Check,
  type PropProblem,
  bool,
  inTurn,
  instance,
  list,
  literalText,
  map,
  number,
  object,
  optional,
  required,
  text,
} from "../props";
import { asyncInvokeProps } from "./async-invoke";
import { constructProps, runtimeProp } from "./checks";
import { Code } from "./code/code";
import { dnsProps } from "./dns";
import { gpuProps } from "./gpu";
import { Layer } from "./layer";
import { initializerProps, preStopProps } from "./lifecycle-hooks";
import { logProps } from "./logs";
import { nasProps, ossMountProps } from "./mounts";
import { provisionedProps } from "./provisioned";
import { type Runtime, RuntimeClass } from "./runtime";
import { serverProps } from "./server";
import { InstanceIsolation, SessionAffinity } from "./session";
import { vpcProps } from "./vpc";
import type { WebFunctionProps } from "./web-function-props";

const SERVER = serverProps(false);
const CUSTOM_SERVER = serverProps(true);

const affinityCheck: Check = (value, at) => {
  const wrong = instance(SessionAffinity, "SessionAffinity.cookie()")(value, at);
  return wrong.length > 0 ? wrong : (value as SessionAffinity)._check(at);
};

const layerCheck: Check = inTurn(instance(Layer, 'Layer.official("Nodejs20", 3)'), (value, at) =>
  (value as Layer)._problems(at),
);

/** The checks that are the same for every function. */
const OTHER_PROPS = {
  ...constructProps,
  functionName: optional(text(functionNameProblem)),
  description: optional(text(descriptionProblem)),
  handler: optional(text(handlerProblem)),
  cpu: optional(number(cpuProblem)),
  memorySizeMb: optional(number(memoryProblem)),
  diskSizeMb: optional(number(diskSizeProblem)),
  timeoutSeconds: optional(number(timeoutProblem)),
  instanceConcurrency: optional(number(concurrencyProblem)),
  idleTimeoutSeconds: optional(number(idleTimeoutProblem)),
  environment: optional(map(text())),
  role: optional(text()),
  vpc: optional(vpcProps()),
  internetAccess: optional(bool()),
  dns: optional(dnsProps()),
  logs: optional(logProps()),
  layers: optional(list(layerCheck, (layers) => countProblem("layers", layers.length))),
  nas: optional(nasProps()),
  ossMounts: optional(ossMountProps()),
  gpu: optional(gpuProps()),
  sessionAffinity: optional(affinityCheck),
  instanceIsolation: optional(literalText(isolationProblem)),
  initializer: optional(initializerProps()),
  preStop: optional(preStopProps()),
  asyncInvoke: optional(asyncInvokeProps()),
  provisioned: optional(provisionedProps()),
  reservedConcurrency: optional(number(reservedProblem)),
  tags: optional(map(text())),
  resourceGroupId: optional(text()),
};

/** Whether the props of a function are right. */
export function webFunctionProps(scope: Construct, props: WebFunctionProps): Check {
  const isCustom = props?.runtime?.runtimeClass === RuntimeClass.CUSTOM;
  return object(
    {
      runtime: required(runtimeProp),
      code: required(codeCheck(scope)),
      ...OTHER_PROPS,
      server: optional(isCustom ? CUSTOM_SERVER : SERVER),
    },
    (checked) => togetherProblems(checked as unknown as RunnableProps),
  );
}

/** The handler of a runtime that has a usual one; undefined where only the user can say. */
export function usualHandler(runtime: Runtime): string | undefined {
  if (runtime.runtimeClass !== RuntimeClass.BUILT_IN) return "index.handler";
  return /^(nodejs|python|php)/.test(runtime.name) ? "index.handler" : undefined;
}

function codeCheck(scope: Construct): Check {
  const isCode = instance(Code, "Code.fromFolder(…)");
  return (value, at) => {
    const wrong = isCode(value, at);
    return wrong.length > 0 ? wrong : (value as Code)._check(scope, at);
  };
}

function isolationProblem(mode: string) {
  const modes: readonly string[] = Object.values(InstanceIsolation);
  if (modes.includes(mode)) return undefined;
  return {
    got: JSON.stringify(mode),
    expected: `one of ${modes.join(", ")}`,
    fix: "name one of them",
  };
}

/** Props that are right one by one: somebody has said what runs the function. */
export type RunnableProps = WebFunctionProps & { readonly runtime: Runtime };

/** What is wrong with props that are right by themselves. */
function togetherProblems(props: RunnableProps): readonly PropProblem[] {
  return [...runtimeProblems(props), ...sizeProblems(props), ...sessionProblems(props)];
}

function runtimeProblems(props: RunnableProps): readonly PropProblem[] {
  const { runtime, code } = props;
  const problems: PropProblem[] = [];
  if ((runtime.runtimeClass === RuntimeClass.CONTAINER) !== code.isImage) {
    problems.push({
      at: "code",
      got: code.isImage
        ? `a container image for the runtime ${runtime.name}`
        : `no container image for the runtime ${runtime.name}`,
      expected: code.isImage ? "a zip file or a folder" : "a container image",
      fix: code.isImage
        ? "take Runtime.CUSTOM_CONTAINER, or give the code as a zip file or a folder"
        : "write Code.fromImage(…), or take another runtime",
    });
  }
  if (runtime.runtimeClass === RuntimeClass.BUILT_IN && props.server !== undefined) {
    problems.push({
      at: "server",
      got: `a server for the built-in runtime ${runtime.name}`,
      expected: "none: a built-in runtime calls the handler",
      fix: "leave it out, or take a custom runtime such as Runtime.CUSTOM_DEBIAN12",
    });
  }
  if (props.handler === undefined && usualHandler(runtime) === undefined) {
    problems.push({
      at: "handler",
      got: "nothing",
      expected: `what the runtime ${runtime.name} calls`,
      fix: "give handler",
    });
  }
  if (props.gpu !== undefined && runtime.runtimeClass !== RuntimeClass.CONTAINER) {
    problems.push({
      at: "gpu",
      got: `a graphics card for the runtime ${runtime.name}`,
      expected: "a container",
      fix: "take Runtime.CUSTOM_CONTAINER, or leave gpu out",
    });
  }
  const calls = literal(props.instanceConcurrency);
  const concurrency = calls && concurrencyOnRuntimeProblem(calls, runtime.runtimeClass);
  if (concurrency) problems.push({ at: "instanceConcurrency", ...concurrency });
  return problems;
}

function sizeProblems(props: WebFunctionProps): readonly PropProblem[] {
  const cpu = literal(props.cpu);
  const memory = literal(props.memorySizeMb);
  const problem = cpu && memory ? cpuMemoryProblem(cpu, memory) : undefined;
  return problem ? [{ at: "memorySizeMb", ...problem }] : [];
}

/** Source: session affinity, "General limitations and principles". */
function sessionProblems(props: WebFunctionProps): readonly PropProblem[] {
  const { sessionAffinity, instanceIsolation } = props;
  const hasAffinity = sessionAffinity !== undefined && sessionAffinity !== SessionAffinity.NONE;
  const at = "sessionAffinity";
  if (instanceIsolation === InstanceIsolation.SESSION_EXCLUSIVE && !hasAffinity) {
    const fix = "give one, such as SessionAffinity.cookie()";
    return [{ at, got: "none, with SESSION_EXCLUSIVE", expected: "a session affinity", fix }];
  }
  if (instanceIsolation === InstanceIsolation.REQUEST_EXCLUSIVE && hasAffinity) {
    const fix = "leave one of the two out";
    return [{ at, got: "one, with REQUEST_EXCLUSIVE", expected: "none", fix }];
  }
  return [];
}

function literal(value: number | undefined): number | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}
