import type { Value } from "../../graph";

/** What stands in a text for the gateway, and is read by Terraform as its own. */
export interface Unescaped {
  /** As it is written: `${statusCode…`. */
  readonly written: string;
  /** As it has to be written: `$${statusCode…`. */
  readonly escaped: string;
}

/** The `${…}` or `%{…}` that Terraform can make nothing of, first found in a value or in what it is made of. */
export function unescapedIn(value: Value): Unescaped | undefined {
  return inOne(value) ?? (value.isUnknown ? undefined : firstIn(value));
}

function firstIn(value: Value): Unescaped | undefined {
  const items = [...value.items, ...value.entries.map(([, item]) => item)];
  for (const item of items) {
    const found = unescapedIn(item);
    if (found) return found;
  }
  return undefined;
}

/** The evaluator says it in the error of the value, since Terraform refuses the whole. */
function inOne({ error = "", unresolved }: Value): Unescaped | undefined {
  // The name of a type of resources has that of its provider before it, with a `_` behind.
  const none = unresolved.find(
    ({ address }) => /^[A-Za-z][A-Za-z0-9]*\.\w+$/.test(address) && !isOwn(address),
  );
  if (none) return { written: `\${${none.text}}`, escaped: `$\${${none.text}}` };
  const other = /is written "([$%])(\1\{[^"]*)…\}"$/.exec(error);
  if (other) return { written: `${other[2]}}`, escaped: `${other[1]}${other[2]}}` };
  // A name that is one of Terraform's own may be a parameter's too.
  const own = /^"(count|data|each|module|path|self|terraform)" (alone|must be followed)/.exec(
    error,
  );
  return own ? { written: `\${${own[1]}}`, escaped: `$\${${own[1]}}` } : undefined;
}

function isOwn(address: string): boolean {
  return /^(count|data|each|ephemeral|local|module|path|self|terraform|var)\./.test(address);
}
