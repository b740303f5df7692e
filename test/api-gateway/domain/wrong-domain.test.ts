import { TerraformVariable } from "cdktf";
import { DomainCertificate, DomainDns } from "../../../lib";
import { DomainBinding } from "../../../lib/api-gateway/domain";
import { RequestProtocol } from "../../../lib/api-gateway/route/words";
import { pem } from "../../support/certificates";
import { document, refusal } from "./fixtures";

test("all that is wrong is said at once", () => {
  const domain = {
    domainName: "https://api.example.com/",
    certifcate: "x",
    certificate: "orders.pem",
    certificateElsewhere: "no",
    dns: "example.com",
    icpFiling: " ",
    binding: "byStack",
  };
  expect(refusal(() => domain as never)).toBe(`Front: 7 props are wrong
  domain.certifcate
    got       a prop of an unknown name
    expected  certificate
    fix       write certificate
  domain.domainName
    got       "https://api.example.com/"
    expected  a domain of your own, such as api.example.com or *.example.com: letters, digits and hyphens between dots
    fix       write the name alone, without a protocol and a path
  domain.dns
    got       a string
    expected  a DomainDns, such as DomainDns.elsewhere()
    fix       give a DomainDns, such as DomainDns.elsewhere()
  domain.certificate
    got       a string
    expected  a DomainCertificate, such as DomainCertificate.fromFiles({ … })
    fix       give a DomainCertificate, such as DomainCertificate.fromFiles({ … })
  domain.certificateElsewhere
    got       a string
    expected  true or false
    fix       give true or false
  domain.icpFiling
    got       text that says nothing
    expected  the number of the filing
    fix       write it as the authority gave it
  domain.binding
    got       a string
    expected  a DomainBinding, such as DomainBinding.byStack()
    fix       give a DomainBinding, such as DomainBinding.byStack()`);
});

test("a domain without a certificate would answer nobody", () => {
  const without = { certificate: undefined };
  const text = `Front: a prop is wrong
  domain.certificate
    got       nothing, and routes that take HTTPS alone
    expected  a certificate: without one the domain speaks HTTP alone, and would answer nobody
    fix       give DomainCertificate.fromFiles({ … }), or certificateElsewhere: true where somebody else uploads it`;
  expect(refusal(() => without)).toBe(text);
  for (const routes of [[], [{}], [{ protocol: RequestProtocol.HTTP }, {}], null, "x", [null]]) {
    expect(refusal(() => without, { routes: routes as never })).toBe(text);
  }
});

test("a certificate that nobody uploads is refused", () => {
  expect(refusal(() => ({ binding: DomainBinding.byHand() }))).toBe(`Front: a prop is wrong
  domain.certificate
    got       certificate beside DomainBinding.byHand()
    expected  nothing: who binds the domain uploads it
    fix       remove it, or take DomainBinding.byStack()`);
});

test("a certificate of somebody else beside one is refused", () => {
  expect(refusal(() => ({ certificateElsewhere: true }))).toBe(`Front: a prop is wrong
  domain.certificateElsewhere
    got       true beside a certificate
    expected  one of certificate and certificateElsewhere
    fix       remove one of the two`);
});

test("a certificate of another domain, and a zone of others", () => {
  const text = refusal((stack) => ({
    certificate: DomainCertificate.fromVariables({
      certificate: pem("san-other.pem"),
      privateKey: new TerraformVariable(stack, "key", {}).stringValue,
    }),
    dns: DomainDns.inZone("example.org"),
  }));
  expect(text).toContain(
    'Front: 2 props are wrong\n  domain.dns.zoneName\n    got       "example.org"',
  );
  expect(text).toContain("domain.certificate.certificate\n    got       a certificate for shop.");
});

test("a key as a literal is refused, and not shown", () => {
  const privateKey = pem("rsa.key");
  const certificate = DomainCertificate.fromVariables({ certificate: pem("rsa.pem"), privateKey });
  const text = refusal(() => ({ certificate }));
  expect(text).toContain("domain.certificate.privateKey\n    got       a literal");
  expect(text).not.toContain(privateKey.split("\n")[1]);
});

const named = (name: string) =>
  refusal((stack) => ({
    certificate: DomainCertificate.fromVariables({
      certificate: new TerraformVariable(stack, "cert", {}).stringValue,
      privateKey: new TerraformVariable(stack, "key", {}).stringValue,
      name,
    }),
  }));

test.each([
  ["orders-2026", '"orders-2026"', "leave out all others"],
  ["2026_orders", '"2026_orders"', "leave out all others"],
  ["abc", '"abc"', "make it longer"],
  ["a".repeat(51), "51 characters", "shorten it"],
])("the certificate's name %s is refused", (name, got, fix) => {
  expect(named(name)).toBe(`Front: a prop is wrong
  domain.certificate.name
    got       ${got}
    expected  a name of 4 to 50 letters, digits and "_", the first a letter
    fix       ${fix}`);
});

test.each([
  ["", '""', "give it a name"],
  ["a b", '"a b"', 'remove " "'],
  ["-a", '"-a"', "begin with a letter"],
  ["a".repeat(247), "247 characters", "shorten it"],
])("the stack's name %j is refused", (stackName, got, fix) => {
  expect(refusal(() => ({ binding: DomainBinding.byStack({ stackName }) })))
    .toBe(`Front: a prop is wrong
  domain.binding.stackName
    got       ${got}
    expected  1 to 246 letters, digits, "-" and "_", the first a letter or a digit
    fix       ${fix}`);
});

test("the gateway's own domain is refused", () => {
  const domainName = "0a1b-cn-hangzhou.alicloudapi.com";
  expect(refusal(() => ({ domainName, dns: undefined }))).toContain(
    "fix       take another name: what ends with alicloudapi.com is the platform's",
  );
});

test("what is no domain is refused", () => {
  expect(refusal(() => null as never, { domain: null as never })).toContain(
    "Front: a prop is wrong",
  );
});

test("null stands for what is not given", () => {
  const names = ["dns", "icpFiling", "binding", "certificate", "certificateElsewhere"];
  const nothing = Object.fromEntries(names.map((name) => [name, null])) as never;
  expect(() => refusal(() => nothing)).toThrow("it threw nothing");
});

describe("where somebody else makes the record", () => {
  const none = { binding: undefined };

  test("a person binds the domain too, if nobody else is named", () => {
    const { output, resource } = document(() => ({ ...none, certificate: undefined }));
    expect(
      Object.keys(output)
        .map((name) => name.replace(/_\w{8}$/, ""))
        .sort(),
    ).toEqual(["Front_Domain_Binding", "Front_Domain_DnsRecord"]);
    expect(resource.alicloud_ros_stack).toBeUndefined();
  });

  test("a certificate has nobody who uploads it", () => {
    expect(refusal(() => none)).toBe(`Front: a prop is wrong
  domain.certificate
    got       a certificate, and a record that somebody else makes: then the domain is bound by hand
    expected  nothing: who binds the domain uploads it
    fix       make the record here with DomainDns.inZone(…), remove the certificate, or give DomainBinding.byStack() once the record is there`);
  });

  test("a record that is made here is waited for by a stack", () => {
    const { resource } = document(() => ({ ...none, dns: DomainDns.inZone("example.com") }));
    expect(Object.keys(resource.alicloud_ros_stack)).toHaveLength(1);
  });
});
