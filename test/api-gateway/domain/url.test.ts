import { TerraformVariable } from "cdktf";
import { DomainBinding, type GatewayDomain } from "../../../lib/api-gateway/domain";
import { RequestProtocol } from "../../../lib/api-gateway/route/words";
import { outputOf } from "../../custom-domain/fixtures";
import { thrownBy } from "../../support/app";
import { stackOf } from "../../support/synth";
import { frontIn } from "./fixtures";

const HTTP = { protocol: RequestProtocol.HTTP };
const BOTH = { protocol: RequestProtocol.HTTP_AND_HTTPS };
const NONE = { certificate: undefined };
const urlOf = (domain: Partial<GatewayDomain>, routes?: readonly object[]) =>
  frontIn(stackOf(), () => domain, { routes }).bound.url;

test.each([
  ["a certificate", {}, undefined, "https"],
  ["a certificate and a route that takes both", {}, [BOTH, HTTP], "https"],
  ["a certificate and routes that take HTTP alone", {}, [HTTP], "http"],
  ["somebody else's certificate", { ...NONE, certificateElsewhere: true }, undefined, "https"],
  ["a binding by hand", { ...NONE, binding: DomainBinding.byHand() }, undefined, "https"],
  ["no certificate, and routes that take HTTP", NONE, [HTTP, BOTH], "http"],
] as const)("with %s", (_, domain, routes, scheme) => {
  expect(urlOf(domain, routes)).toBe(`${scheme}://api.example.com`);
});

test("of a name that is known when Terraform runs", () => {
  const url = outputOf((stack) => {
    const domainName = new TerraformVariable(stack, "name", {}).stringValue;
    return frontIn(stack, () => ({ domainName })).bound.url;
  });
  expect(url).toBe("https://${var.name}");
});

test("a wildcard is bound, and has no URL", () => {
  const { bound } = frontIn(stackOf(), () => ({ domainName: "*.example.com" }));
  expect(thrownBy(() => bound.url)).toContain(
    "url: *.example.com stands for many names, each with a URL of its own",
  );
});
