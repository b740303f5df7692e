import { TerraformVariable, Testing } from "cdktf";
import {
  Code,
  GpuType,
  InstanceIsolation,
  Invoker,
  Layer,
  Runtime,
  RuntimeClass,
  SessionAffinity,
  WebFunction,
  type WebFunctionProps,
} from "../../lib";
import { Project, ownLine, thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal, server } from "./fixtures";

const functionOf = (props: WebFunctionProps): Record<string, unknown> => {
  const stack = stackOf();
  new WebFunction(stack, "Orders", props);
  return resourcesOf(stack).alicloud_fcv3_function.Orders;
};

describe("a function", () => {
  test("with the least that it needs leaves everything else to the service", () => {
    expect(functionOf(minimal)).toEqual({
      function_name: "prod-Orders",
      runtime: "custom.debian12",
      handler: "index.handler",
      code: { oss_bucket_name: "artifacts", oss_object_name: "orders/1f3a.zip" },
    });
  });

  test("with everything writes every argument", () => {
    const made = functionOf({
      ...server,
      functionName: "orders",
      description: "takes orders",
      server: {
        command: ["/opt/nodejs20/bin/node", "server.js"],
        args: ["--quiet"],
        port: 8080,
        healthCheck: {
          path: "/health",
          initialDelaySeconds: 1,
          periodSeconds: 10,
          timeoutSeconds: 2,
          failureThreshold: 4,
          successThreshold: 5,
        },
      },
      cpu: 0.5,
      memorySizeMb: 1024,
      diskSizeMb: 10240,
      timeoutSeconds: 120,
      instanceConcurrency: 20,
      idleTimeoutSeconds: 600,
      environment: { STAGE: "prod" },
      role: "acs:ram::1234567890123456:role/orders",
      vpc: { vpcId: "vpc-1", vswitchIds: ["vsw-1", "vsw-2"], securityGroupId: "sg-1" },
      internetAccess: false,
      dns: { nameServers: ["10.0.0.2"], searches: ["example.com"], options: { ndots: "2" } },
      logs: {
        project: "fc-logs",
        logstore: "orders",
        splitByRequest: true,
        requestMetrics: true,
        instanceMetrics: true,
      },
      nas: {
        userId: 1000,
        groupId: 1000,
        mountPoints: [
          { serverAddress: "1d2e.nas.aliyuncs.com:/", mountDirectory: "/mnt/a", enableTls: true },
        ],
      },
      ossMounts: [
        {
          bucket: "data",
          endpoint: "http://oss-cn-hangzhou-internal.aliyuncs.com",
          mountDirectory: "/mnt/b",
          bucketPath: "/in",
          readOnly: true,
        },
      ],
      sessionAffinity: SessionAffinity.cookie({
        sessionsPerInstance: 2,
        ttlSeconds: 3600,
        idleTimeoutSeconds: 600,
      }),
      instanceIsolation: InstanceIsolation.SESSION_EXCLUSIVE,
      initializer: { handler: "index.initialize", timeoutSeconds: 10 },
      preStop: { handler: "index.stop", timeoutSeconds: 5 },
      tags: { team: "shop" },
      resourceGroupId: "rg-1",
    });

    expect(made).toEqual({
      function_name: "orders",
      description: "takes orders",
      runtime: "custom.debian12",
      handler: "index.handler",
      code: { oss_bucket_name: "artifacts", oss_object_name: "orders/1f3a.zip" },
      custom_runtime_config: {
        command: ["/opt/nodejs20/bin/node", "server.js"],
        args: ["--quiet"],
        port: 8080,
        health_check_config: {
          http_get_url: "/health",
          initial_delay_seconds: 1,
          period_seconds: 10,
          timeout_seconds: 2,
          failure_threshold: 4,
          success_threshold: 5,
        },
      },
      cpu: 0.5,
      memory_size: 1024,
      disk_size: 10240,
      timeout: 120,
      instance_concurrency: 20,
      idle_timeout: 600,
      environment_variables: { STAGE: "prod" },
      role: "acs:ram::1234567890123456:role/orders",
      vpc_config: { vpc_id: "vpc-1", vswitch_ids: ["vsw-1", "vsw-2"], security_group_id: "sg-1" },
      internet_access: false,
      custom_dns: {
        name_servers: ["10.0.0.2"],
        searches: ["example.com"],
        dns_options: [{ name: "ndots", value: "2" }],
      },
      log_config: {
        project: "fc-logs",
        logstore: "orders",
        log_begin_rule: "DefaultRegex",
        enable_request_metrics: true,
        enable_instance_metrics: true,
      },
      layers: ["acs:fc:cn-hangzhou:official:layers/Nodejs20/versions/3"],
      nas_config: {
        user_id: 1000,
        group_id: 1000,
        mount_points: [
          { server_addr: "1d2e.nas.aliyuncs.com:/", mount_dir: "/mnt/a", enable_tls: true },
        ],
      },
      oss_mount_config: {
        mount_points: [
          {
            bucket_name: "data",
            bucket_path: "/in",
            endpoint: "http://oss-cn-hangzhou-internal.aliyuncs.com",
            mount_dir: "/mnt/b",
            read_only: true,
          },
        ],
      },
      session_affinity: "GENERATED_COOKIE",
      session_affinity_config:
        '{"sessionConcurrencyPerInstance":2,"sessionTTLInSeconds":3600,"sessionIdleTimeoutInSeconds":600}',
      instance_isolation_mode: "SESSION_EXCLUSIVE",
      instance_lifecycle_config: {
        initializer: { handler: "index.initialize", timeout: 10 },
        pre_stop: { handler: "index.stop", timeout: 5 },
      },
      tags: { team: "shop" },
      resource_group_id: "rg-1",
    });
  });

  test("of a container starts the image's server on a card", () => {
    const made = functionOf({
      runtime: Runtime.CUSTOM_CONTAINER,
      code: Code.fromImage("registry.example.com/shop/orders:1"),
      server: { command: ["node"], args: ["server.js"], port: 8080, healthCheck: { path: "/up" } },
      gpu: { type: GpuType.ADA, memorySizeMb: 8192 },
    });
    expect(made).toEqual({
      function_name: "prod-Orders",
      runtime: "custom-container",
      handler: "index.handler",
      custom_container_config: {
        image: "registry.example.com/shop/orders:1",
        entrypoint: ["node"],
        command: ["server.js"],
        port: 8080,
        health_check_config: { http_get_url: "/up" },
      },
      gpu_config: { gpu_type: "fc.gpu.ada.1", gpu_memory_size: 8192 },
    });
  });

  test("of a built-in runtime calls a handler", () => {
    const made = functionOf({
      ...minimal,
      runtime: Runtime.JAVA11,
      handler: "shop.Orders::handle",
    });
    expect(made).toMatchObject({ runtime: "java11", handler: "shop.Orders::handle" });
    expect(functionOf({ ...minimal, runtime: Runtime.PYTHON3_12 }).handler).toBe("index.handler");
  });

  test("of a runtime that is newer than this library has the class that it was given", () => {
    const runtime = Runtime.of("custom.debian13", RuntimeClass.CUSTOM);
    expect(functionOf({ ...server, runtime })).toMatchObject({
      runtime: "custom.debian13",
      custom_runtime_config: { args: ["server.js"] },
    });
  });

  test("keeps what is known only when Terraform runs", () => {
    const stack = stackOf();
    const memory = new TerraformVariable(stack, "memory", { type: "number" });
    new WebFunction(stack, "Orders", { ...minimal, cpu: 16, memorySizeMb: memory.numberValue });
    expect(resourcesOf(stack).alicloud_fcv3_function.Orders).toMatchObject({
      memory_size: "${var.memory}",
    });
  });

  test("sends sessions by a header and by the Model Context Protocol", () => {
    expect(
      functionOf({ ...minimal, sessionAffinity: SessionAffinity.header("x-shop-id") }),
    ).toMatchObject({
      session_affinity: "HEADER_FIELD",
      session_affinity_config:
        '{"affinityHeaderFieldName":"x-shop-id","sessionConcurrencyPerInstance":1,"sessionTTLInSeconds":21600,"sessionIdleTimeoutInSeconds":1800}',
    });
    expect(
      functionOf({ ...minimal, sessionAffinity: SessionAffinity.mcpSse("/sse", 5) }),
    ).toMatchObject({
      session_affinity: "MCP_SSE",
      session_affinity_config: '{"sseEndpointPath":"/sse","sessionConcurrencyPerInstance":5}',
    });
    expect(functionOf({ ...minimal, sessionAffinity: SessionAffinity.NONE }).session_affinity).toBe(
      "NONE",
    );
  });

  // Otherwise the next plan would take away what the service added.
  test("states what the service would add", () => {
    const made = functionOf({
      ...minimal,
      cpu: 0.5,
      memorySizeMb: 512,
      instanceConcurrency: 50,
      sessionAffinity: SessionAffinity.cookie({ ttlSeconds: 600 }),
      initializer: { handler: "index.initialize" },
      preStop: { handler: "index.stop" },
      logs: { project: "acme", logstore: "functions" },
      ossMounts: [{ bucket: "data", endpoint: "http://oss.example.com", mountDirectory: "/mnt" }],
    });
    expect(made).toMatchObject({
      disk_size: 512,
      session_affinity_config:
        '{"sessionConcurrencyPerInstance":20,"sessionTTLInSeconds":600,"sessionIdleTimeoutInSeconds":600}',
      instance_lifecycle_config: {
        initializer: { handler: "index.initialize", timeout: 3 },
        pre_stop: { handler: "index.stop", timeout: 3 },
      },
      log_config: { enable_request_metrics: true, enable_instance_metrics: false },
      oss_mount_config: { mount_points: [{ bucket_path: "/" }] },
    });
    expect(functionOf(minimal)).not.toHaveProperty("disk_size");
    const container = { runtime: Runtime.CUSTOM_CONTAINER, code: Code.fromImage("acme/orders:1") };
    expect(functionOf(container).custom_container_config).toEqual({
      image: "acme/orders:1",
      port: 9000,
    });
  });

  test("gives the same bytes when it is synthesised again", () => {
    const synth = () => {
      const stack = stackOf();
      new WebFunction(stack, "Orders", server).addAlias("live");
      return [Testing.synth(stack, true), Testing.synth(stack, true)];
    };
    const [first, again] = synth();
    expect(again).toBe(first);
    expect(synth()).toEqual([first, first]);
  });
});

test("every resource says on which line of the program it was made", () => {
  const project = new Project();
  const app = project.app();
  const orders = new WebFunction(stackOf("prod", app), "Orders", { ...server, asyncInvoke: {} });
  orders.addAlias("live");
  orders.grantInvoke(Invoker.role("gateway"));
  app.synth();

  type Body = { "//": { "fc-frontdoor": { location: { file: string; line: number } } } };
  const lines = Object.entries<Record<string, Body>>(project.stack("prod").resource).map(
    ([type, byName]) => {
      const [{ file, line }] = Object.values(byName).map((it) => it["//"]["fc-frontdoor"].location);
      expect(file).toBe("test/function/web-function.test.ts");
      return [type, line] as const;
    },
  );
  const { alicloud_fcv3_function: made, ...others } = Object.fromEntries(lines);
  expect(others).toEqual({
    alicloud_fcv3_async_invoke_config: made,
    alicloud_fcv3_alias: made + 1,
    alicloud_fcv3_function_version: made + 1,
    alicloud_ram_policy: made + 2,
    alicloud_ram_role_policy_attachment: made + 2,
  });
});

describe("props that are wrong", () => {
  const wrong = (props: object): string =>
    thrownBy(() => new WebFunction(stackOf(), "Orders", props as WebFunctionProps))
      .split("\n")
      .filter((line) => !line.startsWith("  at  "))
      .join("\n");

  test("are all in one error", () => {
    expect(
      wrong({
        ...minimal,
        functionName: "1orders",
        timeoutSeconds: 0,
        diskSizeMb: 600,
        cpu: 0.33,
        layer: [],
        vpc: { vpcId: "vpc-1" },
      }),
    ).toBe(`WebFunction: 7 props are wrong
  layer
    got       a prop of an unknown name
    expected  layers
    fix       write layers
  functionName
    got       "1orders"
    expected  1 to 128 letters, digits, "-" and "_", the first a letter or "_"
    fix       begin with a letter or "_", not with "1"
  cpu
    got       0.33 vCPU
    expected  a multiple of 0.05 from 0.05 to 16 vCPU
    fix       write 0.35, or another allowed number
  diskSizeMb
    got       600 MB
    expected  512 or 10240 MB
    fix       write 10240, or 512 if that is enough
  timeoutSeconds
    got       0 seconds
    expected  a whole number from 1 to 86400 seconds
    fix       write 1, or another allowed number
  vpc.vswitchIds
    got       nothing
    expected  a value
    fix       give vpc.vswitchIds
  vpc.securityGroupId
    got       nothing
    expected  a value
    fix       give vpc.securityGroupId`);
  });

  test.each([
    ["nothing at all", undefined, "props"],
    ["a runtime's name", { ...minimal, runtime: "nodejs20" }, "runtime"],
    ["code by its path", { ...minimal, code: "./dist" }, "code"],
    ["six layers", { ...minimal, layers: Array(6).fill(Layer.fromArn("acs:fc:::l")) }, "layers"],
    ["an unknown isolation", { ...minimal, instanceIsolation: "NONE" }, "instanceIsolation"],
    ["an empty handler", { ...minimal, handler: "" }, "handler"],
    ["an unknown card", { ...minimal, gpu: { type: "h100", memorySizeMb: 1024 } }, "gpu.type"],
  ])("%s is named", (_, props, at) => {
    expect(wrong(props as object)).toContain(`WebFunction: a prop is wrong\n  ${at}\n`);
  });

  test("a server on a built-in runtime", () => {
    expect(wrong({ ...server, runtime: Runtime.NODEJS20 })).toBe(`WebFunction: a prop is wrong
  server
    got       a server for the built-in runtime nodejs20
    expected  none: a built-in runtime calls the handler
    fix       leave it out, or take a custom runtime such as Runtime.CUSTOM_DEBIAN12`);
  });

  test("several calls at a time on a built-in runtime", () => {
    expect(wrong({ ...minimal, runtime: Runtime.NODEJS20, instanceConcurrency: 5 })).toContain(
      "  instanceConcurrency\n    got       5 calls at a time on a built-in runtime",
    );
  });

  test("code that does not fit the runtime", () => {
    expect(wrong({ ...minimal, runtime: Runtime.CUSTOM_CONTAINER }))
      .toBe(`WebFunction: a prop is wrong
  code
    got       no container image for the runtime custom-container
    expected  a container image
    fix       write Code.fromImage(…), or take another runtime`);
    expect(wrong({ ...minimal, code: Code.fromImage("a/b:1") })).toBe(`WebFunction: a prop is wrong
  code
    got       a container image for the runtime custom.debian12
    expected  a zip file or a folder
    fix       take Runtime.CUSTOM_CONTAINER, or give the code as a zip file or a folder`);
  });

  test("no handler where the runtime has no usual one", () => {
    expect(wrong({ ...minimal, runtime: Runtime.JAVA11 })).toContain(
      "  handler\n    got       nothing\n    expected  what the runtime java11 calls",
    );
  });

  test("a card without a container", () => {
    expect(wrong({ ...minimal, gpu: { type: GpuType.G1, memorySizeMb: 1024 } })).toContain(
      "  gpu\n    got       a graphics card for the runtime custom.debian12",
    );
  });

  test("memory that does not fit the vCPU", () => {
    expect(wrong({ ...minimal, cpu: 1, memorySizeMb: 512 })).toContain(
      "  memorySizeMb\n    got       1 vCPU with 512 MB",
    );
  });

  test("a session affinity that the service refuses", () => {
    const sessionAffinity = SessionAffinity.header("x-fc-id", { ttlSeconds: 0, idle: 1 } as never);
    const message = wrong({ ...minimal, sessionAffinity });
    expect(message).toMatch(/^WebFunction: 3 props are wrong\n/);
    expect(message).toContain('  sessionAffinity.header\n    got       "x-fc-id"\n');
    expect(message).toContain("  sessionAffinity.ttlSeconds\n    got       0 seconds\n");
    expect(message).toContain("  sessionAffinity.idle\n    got       a prop of an unknown name\n");
  });

  test("an initializer without anything to call, or with two", () => {
    const expected = "    expected  a handler or a command\n    fix       give one of them";
    expect(wrong({ ...minimal, initializer: {} })).toContain(
      `  initializer.handler\n    got       nothing\n${expected}`,
    );
    const both = { handler: "index.init", command: ["/code/init"] };
    expect(wrong({ ...minimal, initializer: both })).toContain(
      `  initializer.handler\n    got       both a handler and a command\n${expected}`,
    );
  });

  test("isolation and affinity of sessions that contradict each other", () => {
    const { SESSION_EXCLUSIVE, REQUEST_EXCLUSIVE } = InstanceIsolation;
    expect(wrong({ ...minimal, instanceIsolation: SESSION_EXCLUSIVE })).toContain(
      "  sessionAffinity\n    got       none, with SESSION_EXCLUSIVE",
    );
    const sessionAffinity = SessionAffinity.cookie();
    expect(wrong({ ...minimal, instanceIsolation: REQUEST_EXCLUSIVE, sessionAffinity })).toContain(
      "  sessionAffinity\n    got       one, with REQUEST_EXCLUSIVE",
    );
  });

  test("say where the user's own line is", () => {
    const message = thrownBy(() => new WebFunction(stackOf(), "Orders", {} as never));
    expect(message.split("\n")).toContainEqual(ownLine(__filename, "prod/Orders"));
  });
});
