import { createHash } from "node:crypto";
import { Fn, Token, ref } from "cdktf";
import { RosStack } from "../../alicloud/ros-stack";
import { gatewayCertificateName } from "./certificate-name";
import { ROS_STACK_NAME_CHARACTERS, rosStackNameProblem } from "../../facts/ros";
import { object, optional, text } from "../../props";
import { NO_UNDERSCORE, jsonText, makeResource, metaArguments, uniqueName } from "../../synth";
import type { BindingSource } from "./binding-source";
import type { StackBindingOptions } from "./domain-binding";
import { bindingTemplate } from "./template";

const DIGEST_CHARACTERS = 8;
const MOST = ROS_STACK_NAME_CHARACTERS - DIGEST_CHARACTERS - 1;

/** The provider waits 11 minutes: the service says before what went wrong. */
const TIMEOUT_MINUTES = 10;

/** A stack of ROS binds the domain. */
export function byStack(options: StackBindingOptions): BindingSource {
  return {
    uploads: true,
    problems: (at) => CHECK(options, at),
    bind(scope, { domainName, groupId, certificate, ...part }) {
      const config = certificate?._bind(scope, part);
      const names = config && {
        CertificateName: gatewayCertificateName(scope, certificate),
        CertificateBody: config.certificate,
      };
      const parameters = {
        GroupId: groupId,
        ...(Token.isUnresolved(domainName) && { DomainName: domainName }),
        ...names,
        // What is read from a file is no secret to Terraform.
        ...(config && {
          CertificatePrivateKey: Fn.sensitive(expression(config.privateKey)) as string,
        }),
      };
      const name = options.stackName ?? uniqueName(scope, { most: MOST, forbidden: NO_UNDERSCORE });
      const bound = [groupId, domainName, ...Object.values(names ?? {})].map(expression);
      const stack = makeResource(RosStack, scope, part.trace, {
        ...metaArguments(part),
        stackName: `${name}-${digest(jsonText(bound))}`,
        templateBody: jsonText(bindingTemplate(Object.keys(parameters), domainName)),
        parameters: Object.entries(parameters).map(([parameterKey, parameterValue]) => ({
          parameterKey,
          parameterValue,
        })),
        timeoutInMinutes: TIMEOUT_MINUTES,
        disableRollback: false,
        // The service answers asterisks for the key, and refuses an update in which nothing is new.
        lifecycle: { ignoreChanges: ["parameters"] },
      });
      return [stack];
    },
  };
}

const CHECK = object({ stackName: optional(text((name) => rosStackNameProblem(name, MOST))) });

/** What is written as an expression, such as that of a file's content, as a token. */
function expression(value: string): string {
  const [, inner] = /^\$\{([^]*)\}$/.exec(value) ?? [];
  return inner === undefined || Token.isUnresolved(value) ? value : Token.asString(ref(inner));
}

function digest(json: string): string {
  if (Token.isUnresolved(json)) return Fn.substr(Fn.sha256(json), 0, DIGEST_CHARACTERS);
  return createHash("sha256").update(json).digest("hex").slice(0, DIGEST_CHARACTERS);
}
