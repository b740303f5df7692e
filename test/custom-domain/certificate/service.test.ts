import { type TerraformStack, TerraformVariable, Testing } from "cdktf";
import { AlicloudProvider, type CertificateOfService, DomainCertificate } from "../../../lib";
import { trigger } from "../../support/app";
import { stackOf } from "../../support/synth";
import { domainIn, refusal } from "../fixtures";

const TYPE = "alicloud_ssl_certificates_service_certificates";
const NAME = "Api_Certificate_09404719";

function written(make: (stack: TerraformStack) => CertificateOfService) {
  const stack = stackOf();
  const certificate = DomainCertificate.fromCertificateService(make(stack));
  domainIn(stack, { certificate });
  const { data, resource } = JSON.parse(Testing.synth(stack, true));
  const [[name, body]] = Object.entries(data[TYPE]) as [string, Record<string, unknown>][];
  return { name, body, domain: resource.alicloud_fcv3_custom_domain.Api };
}

test("one of a name is looked up with its details; a plan fails where it is not the only one", () => {
  const { name, body, domain } = written(() => ({ certificateName: "corp-2026" }));
  expect(body).toEqual({
    enable_details: true,
    name_regex: "^corp-2026$",
  });
  expect(domain.cert_config).toEqual({
    cert_name: "prod-Api",
    certificate: `\${one(data.${TYPE}.${name}.certificates).cert}`,
    private_key: `\${one(data.${TYPE}.${name}.certificates).key}`,
  });
  expect(name).toBe(NAME);
});

test("is the same as HCL, which has no block that cdktf cannot write", () => {
  const stack = stackOf();
  const certificate = DomainCertificate.fromCertificateService({ certificateName: "corp-2026" });
  domainIn(stack, { certificate });
  const { hcl } = stack.toHclTerraform() as { hcl: string };
  expect(hcl).toContain(`data "${TYPE}" "${NAME}" {
enable_details = true
name_regex = "^corp-2026$"
}`);
  expect(hcl).toContain(`private_key = "\${one(data.${TYPE}.${NAME}.certificates).key}"`);
});

test("a name is found as it is, whatever it would mean as a regular expression", () => {
  const { body } = written(() => ({ certificateName: "*.example.com (2026) ${x}" }));
  expect(body.name_regex).toBe("^\\*\\.example\\.com \\(2026\\) \\$\\{x\\}$");
});

test("one of an id is looked up by it, also by a reference", () => {
  expect(written(() => ({ certificateId: "8537021" })).body).toMatchObject({ ids: ["8537021"] });
  const { body } = written((stack) => ({
    certificateId: new TerraformVariable(stack, "id", {}).stringValue,
    name: "api",
  }));
  expect(body).toMatchObject({ ids: ["${var.id}"] });
  expect(body).not.toHaveProperty("name_regex");
});

test("it is read by the domain's provider, and waits for nothing: it could not be read in a plan", () => {
  const stack = stackOf();
  const other = new AlicloudProvider(stack, "other", { alias: "b", region: "cn-hangzhou" });
  domainIn(stack, {
    certificate: DomainCertificate.fromCertificateService({ certificateName: "c" }),
    provider: other,
    dependsOn: [trigger(stack, "First")],
  });
  const { data, resource } = JSON.parse(Testing.synth(stack, true));
  expect(resource.alicloud_fcv3_custom_domain.Api.depends_on).toEqual([
    "alicloud_fcv3_trigger.First",
  ]);
  expect(data[TYPE][NAME]).toMatchObject({ provider: "alicloud.b" });
  expect(data[TYPE][NAME]).not.toHaveProperty("depends_on");
});

test.each([
  [{}, "neither a name nor an id", "give one of the two"],
  [{ certificateName: null, name: "api" }, "neither a name nor an id", "give one of the two"],
  [{ certificateName: "a", certificateId: "1" }, "a name beside an id", "remove one of the two"],
])("%j is refused", (wanted, got, fix) => {
  const certificate = DomainCertificate.fromCertificateService(wanted as never);
  expect(refusal(() => ({ certificate }))).toBe(`CustomDomain: a prop is wrong
  certificate.certificateName
    got       ${got}
    expected  one of certificateName and certificateId
    fix       ${fix}`);
});

test("what is no name is refused", () => {
  const wanted = { certificateName: " ", certificateId: 8537021, id: "1" } as never;
  const certificate = DomainCertificate.fromCertificateService(wanted);
  expect(refusal(() => ({ certificate }))).toBe(`CustomDomain: 3 props are wrong
  certificate.id
    got       a prop of an unknown name
    expected  one of certificateName, certificateId, name
    fix       remove it
  certificate.certificateName
    got       an empty text
    expected  the name or id of a certificate
    fix       write it
  certificate.certificateId
    got       the number 8537021
    expected  a string
    fix       give a string`);
});
