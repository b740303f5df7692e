import { Fn, Token } from "cdktf";
import { required, secret } from "../../../props";
import { lazyText } from "../../../synth";
import { pluginProps } from "../checks/plugin-props";
import type { BackendSignatureReferences } from "./signature-props";
import type { SignatureSource } from "./source";

/** A key that something else keeps. */
export function signatureReferences(props: BackendSignatureReferences): SignatureSource {
  return {
    problems: (at) => CHECK(props, at),
    // What a data source gives is not sensitive as a rule, and a plugin's data is not either.
    bind: () => ({ key: sensitive(props.key), secret: sensitive(props.secret) }),
  };
}

const CHECK = pluginProps({ key: required(secret()), secret: required(secret()) });

/** Of a variable its own declaration says it, and the rules look there. */
function sensitive(value: string): string {
  return lazyText((context) =>
    VARIABLE.test(String(context.resolve(value))) ? value : Token.asString(Fn.sensitive(value)),
  );
}

const VARIABLE = /^(\$\{)?var\.[\w-]+\}?$/;
