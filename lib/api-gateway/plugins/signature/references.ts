import { required, secret } from "../../../props";
import { pluginProps } from "../plugin-checks";
import type { BackendSignatureReferences } from "./signature-props";
import type { SignatureSource } from "./source";

/** A key that something else keeps. */
export function signatureReferences(props: BackendSignatureReferences): SignatureSource {
  return {
    problems: (at) => CHECK(props, at),
    bind: () => ({ key: props.key, secret: props.secret }),
  };
}

const CHECK = pluginProps({ key: required(secret()), secret: required(secret()) });
