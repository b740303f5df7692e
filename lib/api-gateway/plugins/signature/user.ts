import { Construct } from "constructs";
import { RamAccessKey } from "../../../alicloud/ram-access-key";
import { RamUser } from "../../../alicloud/ram-user";
import type { Problem } from "../../../facts/problem";
import { Invoker } from "../../../function/invoker";
import {
  type PropProblem,
  given,
  inTurn,
  literal,
  literalText,
  once,
  optional,
  several,
  text,
} from "../../../props";
import {
  NO_UNDERSCORE,
  makeResource,
  metaArguments,
  uniqueName,
  withoutStacks,
} from "../../../synth";
import { mayInvoke } from "../../may-invoke";
import { pluginProps } from "../checks/plugin-props";
import type { BackendSignatureUser } from "./signature-props";
import type { SignatureSource } from "./source";

/** Source: "Limits of RAM". */
const MOST_KEYS = 2;
const MOST_USER_NAME_CHARACTERS = 64;

/** A key of a RAM user that is made for the function. */
export function signatureUser(props: BackendSignatureUser): SignatureSource {
  return {
    problems: (at) => CHECK(props ?? {}, at),
    bind({ scope, ...place }) {
      const { active, ids } = keysOf(props);
      const own = new Construct(scope, "User");
      const user = makeResource(RamUser, own, place.trace, {
        ...metaArguments(place),
        name: uniqueName(scope, {
          most: MOST_USER_NAME_CHARACTERS,
          suffix: "-signer",
          forbidden: NO_UNDERSCORE,
        }),
      });
      const userName = withoutStacks(() => user.name);
      const allowed = mayInvoke(own, place, Invoker.user(userName));
      const keys = ids.map((id) =>
        makeResource(RamAccessKey, new Construct(scope, `AccessKey-${id}`), place.trace, {
          ...metaArguments(place),
          // So the plugin, which refers to its key, comes after what lets the key sign calls.
          dependsOn: [...(place.dependsOn ?? []), allowed],
          userName,
          // The plugin leaves an old key before that is deleted.
          lifecycle: { createBeforeDestroy: true },
        }),
      );
      const key = keys[ids.indexOf(active)];
      return withoutStacks(() => ({ key: key.id, secret: key.secret }));
    },
  };
}

function keysOf(props: BackendSignatureUser) {
  const { keyIds: ids = ["1"], activeKeyId } = given(props ?? {});
  return { ids, active: activeKeyId ?? ids[ids.length - 1] };
}

const CHECK = pluginProps(
  {
    keyIds: optional(
      literal(
        inTurn(
          several(
            {
              expected: "one or two ids: a RAM user has at most two keys",
              least: 1,
              most: MOST_KEYS,
            },
            text(keyIdProblem),
          ),
          once("each id once"),
        ),
      ),
    ),
    activeKeyId: optional(literalText()),
  },
  activeProblem,
);

function activeProblem(props: BackendSignatureUser): readonly PropProblem[] {
  const { ids, active } = keysOf(props);
  if (ids.includes(active)) return [];
  return [
    {
      at: "activeKeyId",
      got: JSON.stringify(active),
      expected: `one of keyIds: ${ids.join(", ")}`,
      fix: "write one of these, or add it to keyIds",
    },
  ];
}

function keyIdProblem(id: string): Problem | undefined {
  if (/^[-\w]{1,64}$/.test(id)) return undefined;
  return {
    got: id.length > 64 ? `${id.length} characters` : JSON.stringify(id),
    expected: '1 to 64 letters, digits, "-" and "_"',
    fix: 'name the key by when it was made, such as "2026-11"',
  };
}
