import { TerraformOutput, type TerraformStack, TerraformVariable, Testing } from "cdktf";
import { CustomDomain, type CustomDomainProps, DomainCertificate, DomainRoute } from "../../lib";
import { thrownBy } from "../support/app";
import { orders, secretIn } from "../support/given";
import { resourcesOf, stackOf } from "../support/synth";

/** A certificate and its key as variables. */
export function certificateIn(stack: TerraformStack): DomainCertificate {
  const certificate = new TerraformVariable(stack, "certificate", { type: "string" });
  return DomainCertificate.fromVariables({
    certificate: certificate.stringValue,
    privateKey: secretIn(stack, "private_key"),
  });
}

type Given = Partial<CustomDomainProps>;

/** The props of a domain that nothing is wrong with. */
export function propsIn(stack: TerraformStack, props: Given = {}): CustomDomainProps {
  return {
    domainName: "api.example.com",
    icpFiling: "ICP-2024-0001",
    routes: props.routes ?? [DomainRoute.to(orders(stack))],
    certificate: "certificate" in props ? props.certificate : certificateIn(stack),
    ...props,
  };
}

/** A domain that nothing is wrong with, and what a test changes of it. */
export function domainIn(stack: TerraformStack, props: Given = {}): CustomDomain {
  return new CustomDomain(stack, "Api", propsIn(stack, props));
}

/** The arguments that a domain becomes. */
export function emitted(make: (stack: TerraformStack) => Given): Record<string, unknown> {
  const stack = stackOf();
  domainIn(stack, make(stack));
  return resourcesOf(stack).alicloud_fcv3_custom_domain.Api;
}

/** What an output becomes. */
export function outputOf(make: (stack: TerraformStack) => string): unknown {
  const stack = stackOf();
  const output = new TerraformOutput(stack, "out", { value: make(stack) });
  return JSON.parse(Testing.synth(stack)).output[output.friendlyUniqueId].value;
}

/** What is said of wrong props, without the place. */
export function refusal(make: (stack: TerraformStack) => object): string {
  const stack = stackOf();
  const props = make(stack);
  return thrownBy(() => domainIn(stack, props)).replace(/^ {2}at .*\n/m, "");
}
