import { readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { TerraformVariable, Testing } from "cdktf";
import { DomainCertificate, DomainDns } from "../../../lib";
import { DomainBinding } from "../../../lib/api-gateway/domain";
import { Project } from "../../support/app";
import { pem } from "../../support/certificates";
import { Order } from "../../support/order";
import { stackOf } from "../../support/synth";
import { document, frontIn } from "./fixtures";

const GROUP = "alicloud_api_gateway_group.Front_Group_348272AA";
const RECORD = "alicloud_alidns_record.Front_Domain_Dns_3E335A52";
const STACK = "alicloud_ros_stack.Front_Domain_D425ED2D";
const ZONE = { dns: DomainDns.inZone("example.com") };

/** What the stack of ROS becomes. */
function stackIn(...given: Parameters<typeof document>) {
  const { resource } = document(...given);
  const [stack, ...others] = Object.values(resource.alicloud_ros_stack);
  expect(others).toEqual([]);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look anywhere in it
  return stack as any;
}

const parametersOf = (stack: {
  parameters: { parameter_key: string; parameter_value: string }[];
}) => Object.fromEntries(stack.parameters.map((one) => [one.parameter_key, one.parameter_value]));

test("the stack of ROS, its template and its parameters, in full", () => {
  const { resource, output } = document(() => ZONE);
  expect(output).toBeUndefined();
  expect(resource.alicloud_alidns_record).toEqual({
    Front_Domain_Dns_3E335A52: {
      domain_name: "example.com",
      rr: "api",
      type: "CNAME",
      value: `\${${GROUP}.sub_domain}`,
    },
  });
  expect(resource.alicloud_ros_stack).toEqual({
    Front_Domain_D425ED2D: {
      stack_name: `prod-Front-Domain-\${substr(sha256(jsonencode([${GROUP}.id, "api.example.com", "prod_Front_Domain", var.certificate])), 0, 8)}`,
      template_body:
        '{"ROSTemplateFormatVersion":"2015-09-01","Parameters":{"GroupId":{"Type":"String"},"CertificateName":{"Type":"String"},"CertificateBody":{"Type":"String"},"CertificatePrivateKey":{"Type":"String","NoEcho":true}},"Resources":{"Domain":{"Type":"ALIYUN::ApiGateway::CustomDomain","Properties":{"DomainName":"api.example.com","GroupId":{"Ref":"GroupId"},"CertificateName":{"Ref":"CertificateName"},"CertificateBody":{"Ref":"CertificateBody"},"CertificatePrivateKey":{"Ref":"CertificatePrivateKey"}}}}}',
      parameters: [
        { parameter_key: "GroupId", parameter_value: `\${${GROUP}.id}` },
        { parameter_key: "CertificateName", parameter_value: "prod_Front_Domain" },
        { parameter_key: "CertificateBody", parameter_value: "${var.certificate}" },
        {
          parameter_key: "CertificatePrivateKey",
          parameter_value: "${sensitive(var.private_key)}",
        },
      ],
      timeout_in_minutes: 10,
      disable_rollback: false,
      lifecycle: { ignore_changes: ["parameters"] },
      depends_on: [RECORD],
    },
  });
});

test("without a certificate, nothing of one is in the template", () => {
  const stack = stackIn(() => ({ ...ZONE, certificate: undefined, certificateElsewhere: true }));
  expect(JSON.parse(stack.template_body)).toEqual({
    ROSTemplateFormatVersion: "2015-09-01",
    Parameters: { GroupId: { Type: "String" } },
    Resources: {
      Domain: {
        Type: "ALIYUN::ApiGateway::CustomDomain",
        Properties: { DomainName: "api.example.com", GroupId: { Ref: "GroupId" } },
      },
    },
  });
  expect(parametersOf(stack)).toEqual({ GroupId: `\${${GROUP}.id}` });
});

test("a name that is known when Terraform runs is a parameter", () => {
  const stack = stackIn((scope) => ({
    domainName: new TerraformVariable(scope, "name", {}).stringValue,
  }));
  const { Parameters, Resources } = JSON.parse(stack.template_body);
  expect(Parameters.DomainName).toEqual({ Type: "String" });
  expect(Resources.Domain.Properties.DomainName).toEqual({ Ref: "DomainName" });
  expect(parametersOf(stack).DomainName).toBe("${var.name}");
  expect(stack.stack_name).toContain(`jsonencode([${GROUP}.id, var.name, `);
});

test("the stack's name is another one for another name, group or certificate, and for none else", () => {
  const literal = { certificate: undefined, certificateElsewhere: true };
  const nameOf = (domainName: string) => stackIn(() => ({ ...literal, domainName })).stack_name;
  expect(nameOf("api.example.com")).toBe(nameOf("api.example.com"));
  expect(nameOf("api.example.com")).not.toBe(nameOf("www.example.com"));
  const named = stackIn(() => ({
    binding: DomainBinding.byStack({ stackName: "orders_1" }),
  })).stack_name;
  expect(named).toMatch(/^orders_1-\$\{substr\(sha256\(/);
});

test("a literal certificate is written as text, in the digest too", () => {
  const text = pem("rsa.pem");
  const stack = stackIn((scope) => ({
    certificate: DomainCertificate.fromVariables({
      certificate: text,
      privateKey: new TerraformVariable(scope, "key", { sensitive: true }).stringValue,
      name: "orders_2026",
    }),
  }));
  expect(parametersOf(stack)).toMatchObject({
    CertificateBody: text,
    CertificateName: "orders_2026",
  });
  expect(stack.stack_name).toContain(JSON.stringify(text));
});

test("files are read when Terraform runs, the key as a secret, and no part of it is written", () => {
  const project = new Project();
  const stack = stackOf("prod", project.app());
  const folder = path.join(__dirname, "../../fixtures/certificates");
  const file = (name: string) => path.join(folder, name);
  frontIn(stack, () => ({
    ...ZONE,
    certificate: DomainCertificate.fromFiles({
      certificate: file("rsa.pem"),
      privateKey: file("rsa.key"),
    }),
  }));
  (stack.node.root as ReturnType<Project["app"]>).synth();
  const [ros] = Object.values(project.stack("prod").resource.alicloud_ros_stack);
  expect(parametersOf(ros as never)).toMatchObject({
    CertificateBody: `\${file("${file("rsa.pem")}")}`,
    CertificatePrivateKey: `\${sensitive(file("${file("rsa.key")}"))}`,
  });
  expect((ros as { stack_name: string }).stack_name).toContain(`file("${file("rsa.pem")}")`);
  const key = pem("rsa.key")
    .split("\n")
    .filter((line) => /^[\w+/=]{20,}$/.test(line));
  expect(key.length).toBeGreaterThan(10);
  for (const one of readdirSync(project.folder, { recursive: true, withFileTypes: true })) {
    if (!one.isFile()) continue;
    const text = readFileSync(path.join(one.parentPath, one.name), "utf8");
    expect(key.filter((line) => text.includes(line))).toEqual([]);
  }
});

test("a certificate of the certificate service is read by its data source", () => {
  const certificate = DomainCertificate.fromCertificateService({ certificateName: "orders" });
  const one =
    "one(data.alicloud_ssl_certificates_service_certificates.Front_Domain_Certificate_2F9503D6.certificates)";
  expect(parametersOf(stackIn(() => ({ certificate })))).toMatchObject({
    CertificateBody: `\${${one}.cert}`,
    CertificatePrivateKey: `\${sensitive(${one}.key)}`,
  });
});

test("the record is there before the stack, with a wait and what both wait for, and goes after it", () => {
  const stack = stackOf();
  frontIn(stack, () => ({ dns: DomainDns.inZone("example.com", { waitSeconds: 30 }) }), {
    part: { dependsOn: [new TerraformVariable(stack, "zone", {}) as never] },
  });
  const json = JSON.parse(Testing.synth(stack, true));
  const wait = "time_sleep.Front_Domain_Dns_Wait_FC238C81";
  expect(json.resource.alicloud_ros_stack.Front_Domain_D425ED2D.depends_on).toEqual([
    "var.zone",
    RECORD,
    wait,
  ]);
  const { creation, destruction } = new Order(json);
  expect(creation).toEqual([[GROUP], [RECORD], [wait], [STACK]]);
  expect(destruction).toEqual([[STACK], [wait], [RECORD], [GROUP]]);
});

test("a provider of the front's own is that of the stack and of the record", () => {
  const stack = stackOf();
  const provider = { fqn: "alicloud.other" } as never;
  frontIn(stack, () => ZONE, { part: { provider } });
  const { resource } = JSON.parse(Testing.synth(stack));
  expect(resource.alicloud_ros_stack.Front_Domain_D425ED2D.provider).toBe("alicloud.other");
  expect(resource.alicloud_alidns_record.Front_Domain_Dns_3E335A52.provider).toBe("alicloud.other");
});

test("a private zone has a record to the domain inside VPCs", () => {
  const { resource } = document(() => ({
    dns: DomainDns.inPrivateZone({ zoneId: "pz-1", zoneName: "example.com" }),
  }));
  expect(resource.alicloud_pvtz_zone_record.Front_Domain_Dns_3E335A52.value).toBe(
    `\${${GROUP}.vpc_domain}`,
  );
});
