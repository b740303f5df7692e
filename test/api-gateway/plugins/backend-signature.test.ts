import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { type IQualifiedFunction, WebFunction } from "../../../lib";
import { ApiGatewayPlugin } from "../../../lib/alicloud/api-gateway-plugin";
import { DataAlicloudKmsSecretVersions } from "../../../lib/alicloud/data-alicloud-kms-secret-versions";
import { OssBucketObject } from "../../../lib/alicloud/oss-bucket-object";
import { BackendSignature } from "../../../lib/api-gateway/plugins/backend-signature";
import { refuseProps } from "../../../lib/props";
import { signatureSecret } from "../../../lib/rules/api-gateway/signature-secret";
import { Trace, guard, jsonText } from "../../../lib/synth";
import { minimal } from "../../function/fixtures";
import { Project, provider, thrownBy } from "../../support/app";
import { Order } from "../../support/order";
import { judged } from "../../support/rule";
import { type Resources, stackOf } from "../../support/synth";

const { fromReferences, fromRamUser, fromVariables } = BackendSignature;

/** The plugin as a front makes it. */
function pluginIn(
  stack: TerraformStack,
  signature: BackendSignature,
  { target, dependsOn }: { target?: IQualifiedFunction; dependsOn?: OssBucketObject[] } = {},
): void {
  const scope = new Construct(stack, "Front");
  guard(scope);
  refuseProps(scope, signature._problems("backendSignature"), "Front");
  new ApiGatewayPlugin(scope, "Plugin", {
    pluginName: "orders_signature",
    pluginType: signature.pluginType,
    pluginData: jsonText(
      signature._data({
        scope,
        trace: new Trace(pluginIn),
        dependsOn,
        target: target ?? new WebFunction(stack, "Orders", minimal).addAlias("live"),
      }),
    ),
  });
}

interface Document {
  readonly resource: Resources;
  readonly variable?: Record<string, object>;
}

function documentOf(make: (stack: TerraformStack) => BackendSignature): Document {
  const stack = stackOf();
  pluginIn(stack, make(stack));
  return JSON.parse(Testing.synth(stack));
}

const dataIn = ({ resource }: Document): unknown =>
  Object.values(resource.alicloud_api_gateway_plugin)[0].plugin_data;

const refusal = (signature: BackendSignature): string =>
  thrownBy(() => pluginIn(stackOf(), signature)).replace(/^ {2}at .*\n/m, "");

const secretOf = (id: string) =>
  new TerraformVariable(stackOf(), id, { sensitive: true }).stringValue;

test("variables are sensitive, have no default, and say what to give", () => {
  const found = documentOf((stack) => BackendSignature.fromVariables(stack, "Signature"));
  const what =
    "of a RAM user that may invoke the function and nothing else; never of the account itself";
  expect(found.variable).toEqual({
    SignatureAccessKeyId: {
      type: "string",
      sensitive: true,
      nullable: false,
      description: `AccessKey ID ${what}`,
    },
    SignatureAccessKeySecret: {
      type: "string",
      sensitive: true,
      nullable: false,
      description: `AccessKey secret ${what}`,
    },
  });
  expect(dataIn(found)).toBe(
    '${jsonencode({"type" = "APIGW_BACKEND", "key" = var.SignatureAccessKeyId, "secret" = var.SignatureAccessKeySecret})}',
  );
});

test("references may be those of a secret manager", () => {
  const found = documentOf((stack) => {
    const kept = (id: string) =>
      new DataAlicloudKmsSecretVersions(stack, id, {
        secretName: id,
        enableDetails: true,
      }).versions.get(0).secretData;
    return BackendSignature.fromReferences({ key: kept("id"), secret: kept("secret") });
  });
  expect(dataIn(found)).toBe(
    '${jsonencode({"type" = "APIGW_BACKEND", "key" = sensitive(data.alicloud_kms_secret_versions.id.versions[0].secret_data), ' +
      '"secret" = sensitive(data.alicloud_kms_secret_versions.secret.versions[0].secret_data)})}',
  );
});

test("a user that is made has a key, and may invoke the function alone", () => {
  const found = documentOf(() => BackendSignature.fromRamUser());
  const { resource } = found;
  const [[userName, user]] = Object.entries(resource.alicloud_ram_user);
  const [[keyName, key]] = Object.entries(resource.alicloud_ram_access_key);
  const [[attachmentName, attachment]] = Object.entries(
    resource.alicloud_ram_user_policy_attachment,
  );
  const [[policyName, policy]] = Object.entries(resource.alicloud_ram_policy);
  expect([userName, keyName, attachmentName, policyName]).toEqual([
    expect.stringMatching(/^Front_User_[0-9A-F]{8}$/),
    expect.stringMatching(/^Front_AccessKey-1_[0-9A-F]{8}$/),
    expect.stringMatching(/^Front_User_MayInvoke_[0-9A-F]{8}$/),
    expect.stringMatching(/^Orders_InvokePolicy_[0-9A-F]{8}$/),
  ]);
  expect(user).toEqual({ name: "prod-Front-signer" });
  expect(key).toEqual({
    user_name: `\${alicloud_ram_user.${userName}.name}`,
    lifecycle: { create_before_destroy: true },
    depends_on: [`alicloud_ram_user_policy_attachment.${attachmentName}`],
  });
  expect(attachment).toEqual({
    policy_name: `\${alicloud_ram_policy.${policyName}.policy_name}`,
    policy_type: "Custom",
    user_name: `\${alicloud_ram_user.${userName}.name}`,
  });
  expect(policy.policy_document).toContain(
    '"Action" = "fc:InvokeFunction", "Resource" = [alicloud_fcv3_function.Orders.function_arn, ' +
      '"${alicloud_fcv3_function.Orders.function_arn}/*"]}',
  );
  expect(dataIn(found)).toBe(
    `\${jsonencode({"type" = "APIGW_BACKEND", "key" = alicloud_ram_access_key.${keyName}.id, ` +
      `"secret" = alicloud_ram_access_key.${keyName}.secret})}`,
  );
});

test("the plugin comes after what lets its key sign calls, and goes before it", () => {
  const order = new Order(documentOf(() => BackendSignature.fromRamUser()));
  const [plugin] = order.ofType("alicloud_api_gateway_plugin");
  const [attachment] = order.ofType("alicloud_ram_user_policy_attachment");
  const [key] = order.ofType("alicloud_ram_access_key");
  expect(order.waits(plugin, attachment)).toBe(true);
  const at = (address: string) => order.destruction.findIndex((step) => step.includes(address));
  expect(at(plugin)).toBeLessThan(at(key));
  expect(at(key)).toBeLessThan(at(attachment));
});

test("whatever the front waits for, the user and its keys wait for", () => {
  const stack = stackOf();
  const first = new OssBucketObject(stack, "first", { bucket: "b", key: "k", content: "c" });
  pluginIn(stack, BackendSignature.fromRamUser(), { dependsOn: [first] });
  const { resource } = JSON.parse(Testing.synth(stack));
  for (const type of ["user", "access_key", "user_policy_attachment"]) {
    const [made] = Object.values<{ depends_on: string[] }>(resource[`alicloud_ram_${type}`]);
    expect(made.depends_on[0]).toBe("alicloud_oss_bucket_object.first");
  }
});

describe("a key is changed", () => {
  const keyIn = (props: Parameters<typeof fromRamUser>[0]) => {
    const found = documentOf(() => BackendSignature.fromRamUser(props));
    return {
      keys: Object.keys(found.resource.alicloud_ram_access_key).map((name) => name.slice(16, -9)),
      active: /alicloud_ram_access_key\.Front_AccessKey-(.*?)_\w{8}\.id/.exec(
        `${dataIn(found)}`,
      )?.[1],
    };
  };

  test("by another one beside it, which the plugin takes in the same apply", () => {
    const both = ["2026-11", "2027-02"];
    expect(keyIn({ keyIds: ["2026-11"] })).toEqual({ keys: ["2026-11"], active: "2026-11" });
    const expected = { keys: both, active: "2027-02" };
    expect(keyIn({ keyIds: both, activeKeyId: "2027-02" })).toEqual(expected);
    expect(keyIn({ keyIds: both })).toEqual(expected);
    expect(keyIn({ keyIds: ["2027-02"] })).toEqual({ keys: ["2027-02"], active: "2027-02" });
  });

  test("and the old one can be kept for a while, or be gone back to", () => {
    const props = { keyIds: ["2026-11", "2027-02"], activeKeyId: "2026-11" };
    expect(keyIn(props).active).toBe("2026-11");
  });

  test("without a change of the other key's address", () => {
    const addresses = (keyIds: string[]) =>
      Object.keys(
        documentOf(() => BackendSignature.fromRamUser({ keyIds })).resource.alicloud_ram_access_key,
      );
    expect(addresses(["a", "b"])).toEqual(expect.arrayContaining(addresses(["b"])));
  });
});

test.each([
  ["variables", (stack: TerraformStack) => BackendSignature.fromVariables(stack, "Signature")],
  ["a user", () => BackendSignature.fromRamUser({ keyIds: ["a", "b"] })],
  [
    "a secret manager",
    (stack: TerraformStack) => {
      const data = new DataAlicloudKmsSecretVersions(stack, "kms", { secretName: "s" });
      const text = data.versions.get(0).secretData;
      return BackendSignature.fromReferences({ key: text, secret: text });
    },
  ],
])("the rule on secrets has nothing to say of %s", (_, make) => {
  const found = documentOf(make);
  expect(judged(signatureSecret, found as never)).toEqual({ violated: [], undecided: [] });
});

test("a whole app with a user's key is written without a warning but for what is not here", () => {
  const project = new Project();
  const app = project.app();
  const stack = new TerraformStack(app, "prod");
  provider(stack);
  pluginIn(stack, BackendSignature.fromRamUser());
  (app as App).synth();
  expect(project.printed.filter((line) => line.includes("signature-secret"))).toEqual([]);
  expect(project.written("prod")).toEqual(["prod"]);
});

test("a variable that is not sensitive is the rule's to say", () => {
  const found = documentOf((stack) => {
    const open = new TerraformVariable(stack, "open", {}).stringValue;
    return BackendSignature.fromReferences({ key: open, secret: secretOf("kept") });
  });
  expect(judged(signatureSecret, found as never).violated.join()).toContain(
    "a reference to var.open, which is not sensitive",
  );
});

test("name, description and stages are the plugin's", () => {
  const options = { pluginName: "orders_signature", description: "signs" };
  const stack = stackOf();
  for (const signature of [
    BackendSignature.fromVariables(stack, "A", options),
    BackendSignature.fromReferences({ key: secretOf("k"), secret: secretOf("s"), ...options }),
    BackendSignature.fromRamUser({ keyIds: ["a"], ...options }),
  ]) {
    expect(signature._options).toMatchObject(options);
    expect(signature._problems("backendSignature")).toEqual([]);
    expect(signature.pluginType).toBe("backendSignature");
  }
});

test("null is what is not given", () => {
  const props = { keyIds: null, activeKeyId: null } as never;
  for (const signature of [
    BackendSignature.fromRamUser(null as never),
    BackendSignature.fromRamUser(props),
    BackendSignature.fromVariables(stackOf(), "A", null as never),
  ]) {
    expect(signature._problems("backendSignature")).toEqual([]);
  }
});

describe("it is refused", () => {
  const LITERAL = `    got       a literal, which would be readable in the synthesised file and in the state
    expected  a reference to a sensitive value
    fix       pass the value of a TerraformVariable with sensitive: true, or of a secret's data source`;

  test("with literals, which are not shown", () => {
    const given = { key: "LTAI5tExampleKeyId", secret: "ExampleSecret" };
    expect(refusal(BackendSignature.fromReferences(given))).toBe(`Front: 2 props are wrong
  backendSignature.key
${LITERAL}
  backendSignature.secret
${LITERAL}`);
  });

  test("with nothing, or something else", () => {
    expect(refusal(BackendSignature.fromReferences({ key: 5, secrets: "" } as never)))
      .toBe(`Front: 3 props are wrong
  backendSignature.secrets
    got       a prop of an unknown name
    expected  secret
    fix       write secret
  backendSignature.key
    got       the number 5
    expected  a reference to a secret
    fix       give a reference to a secret
  backendSignature.secret
    got       nothing
    expected  a value
    fix       give backendSignature.secret`);
    expect(refusal(BackendSignature.fromReferences(null as never))).toContain(
      "expected  an object",
    );
  });

  test.each([
    [[], "an empty list", "give one or two ids: a RAM user has at most two keys"],
    [["a", "b", "c"], "a list of 3", "remove 1 of them"],
  ])("with %j for its keys", (keyIds, got, fix) => {
    expect(refusal(BackendSignature.fromRamUser({ keyIds }))).toBe(`Front: a prop is wrong
  backendSignature.keyIds
    got       ${got}
    expected  one or two ids: a RAM user has at most two keys
    fix       ${fix}`);
  });

  test("with a key twice", () => {
    expect(refusal(BackendSignature.fromRamUser({ keyIds: ["a", "a"] })))
      .toBe(`Front: a prop is wrong
  backendSignature.keyIds[1]
    got       "a" again, as keyIds[0]
    expected  each id once
    fix       remove it`);
  });

  test.each([
    ["", '""'],
    ["a/b", '"a/b"'],
    ["x".repeat(65), "65 characters"],
  ])("with %j for a key", (id, got) => {
    expect(refusal(BackendSignature.fromRamUser({ keyIds: [id] }))).toBe(`Front: a prop is wrong
  backendSignature.keyIds[0]
    got       ${got}
    expected  1 to 64 letters, digits, "-" and "_"
    fix       name the key by when it was made, such as "2026-11"`);
  });

  test("with an active key that is none of them", () => {
    const props = { keyIds: ["2026-11", "2027-02"], activeKeyId: "2027-03" };
    expect(refusal(BackendSignature.fromRamUser(props))).toBe(`Front: a prop is wrong
  backendSignature.activeKeyId
    got       "2027-03"
    expected  one of keyIds: 2026-11, 2027-02
    fix       write one of these, or add it to keyIds`);
  });

  test("with tokens for what decides what is made", () => {
    const token = secretOf("id");
    const TOKEN = "got       a token, which is known only when Terraform runs";
    for (const props of [{ keyIds: [token] }, { activeKeyId: token }]) {
      expect(refusal(BackendSignature.fromRamUser(props))).toContain(TOKEN);
    }
  });

  test.each([["text"], [5], [[null]], [{ a: 1 }]])("with %j for a list", (keyIds) => {
    expect(refusal(BackendSignature.fromRamUser({ keyIds } as never))).toMatch(
      /^Front: a prop is wrong\n {2}backendSignature\.keyIds/,
    );
  });

  test("at once where the id of variables is no text", () => {
    const stack = stackOf();
    expect(thrownBy(() => BackendSignature.fromVariables(stack, undefined as never))).toMatch(
      /^BackendSignature\.fromVariables: a prop is wrong\n.*\n {2}id\n {4}got {7}nothing\n/,
    );
    expect(thrownBy(() => fromVariables(stack, secretOf("id")))).toContain("got       a token");
  });
});

test("one signature can be taken by two fronts, each with a user of its own", () => {
  const signature = fromRamUser({});
  const resources = ["a", "b"].map((id) => {
    const stack = stackOf(id);
    pluginIn(stack, signature);
    return JSON.parse(Testing.synth(stack)).resource.alicloud_ram_user;
  });
  expect(resources.flatMap((users) => Object.values(users))).toEqual([
    { name: "a-Front-signer" },
    { name: "b-Front-signer" },
  ]);
});

test("factories can be taken out of their class", () => {
  expect(fromReferences({ key: secretOf("k"), secret: secretOf("s") })._problems("x")).toEqual([]);
});
