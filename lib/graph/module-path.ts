const STEP = /module\.([^.[\]\s]+)(?:\[(\d+|"(?:[^"\\]|\\.)*")\])?(?:\.|$)/y;

/** One call of a module in an address. */
export interface ModuleStep {
  readonly name: string;
  /** The key of the instance, where the call makes several. */
  readonly key: string | number | undefined;
}

/** The modules that an address goes through: `module.door["a"].module.lock` has two. */
export function modulePath(address: string): readonly ModuleStep[] {
  return stepsOf(address).steps;
}

/** An address without the modules before it: `alicloud_fcv3_trigger.t` of `module.door["a"].alicloud_fcv3_trigger.t`. */
export function withoutModule(address: string): string {
  if (!address.startsWith("module.")) return address;
  const { rest } = stepsOf(address);
  // Of a reference to a module nothing would be left.
  return rest === "" ? address : rest;
}

function stepsOf(address: string): {
  readonly steps: readonly ModuleStep[];
  readonly rest: string;
} {
  const steps: ModuleStep[] = [];
  let at = 0;
  for (;;) {
    STEP.lastIndex = at;
    const found = STEP.exec(address);
    if (!found) return { steps, rest: address.slice(at) };
    steps.push({ name: found[1], key: keyOf(found[2]) });
    at = STEP.lastIndex;
  }
}

function keyOf(text: string | undefined): string | number | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as string | number;
  } catch {
    return text;
  }
}
