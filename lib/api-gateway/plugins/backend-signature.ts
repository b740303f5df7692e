import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { type PropProblem, literalText, object, refuseProps, required } from "../../props";
import { refuseCall, withoutStacks } from "../../synth";
import type { BackendSignatureReferences, BackendSignatureUser } from "./signature/signature-props";
import { signatureReferences } from "./signature/references";
import type { SignatureSource } from "./signature/source";
import { signatureUser } from "./signature/user";
import { GatewayPlugin, type PluginOptions, type PluginPlace } from "./gateway-plugin";
import { ownOptionsCheck } from "./checks/plugins-check";

/**
 * With which key the gateway signs what it sends to the function: `backendSignature`. The key is the
 * AccessKey of a RAM user that may invoke the function, and nothing else; never one of the account
 * itself. It is in no output of the synthesis; Terraform's state has it.
 *
 * The walk-through gives an AccessKey, as if the trigger's signature authentication took what the
 * plugin adds (`X-Ca-Proxy-Signature`). That it does is documented nowhere; by the API's reference
 * it is for the backend to look at. So a gateway in front of such a trigger has a `GatewayRole` too.
 *
 * Source: "Backend signature plug-in"; "Use API Gateway to protect the function"; CreateSignature.
 */
export class BackendSignature extends GatewayPlugin {
  /**
   * A key in two sensitive variables, which this makes: with the id `Signature` they are
   * `SignatureAccessKeyId` and `SignatureAccessKeySecret`. For another key give both variables the
   * new one's values, apply, and delete the old key then.
   *
   * @param scope the construct that the variables are part of
   * @param id with which their ids begin
   * @param options name, description and stages of the plugin
   * @throws an error where the scope is no construct, or the id no text
   */
  public static fromVariables(
    scope: Construct,
    id: string,
    options: PluginOptions = {},
  ): BackendSignature {
    const subject = "BackendSignature.fromVariables";
    if (!Construct.isConstruct(scope)) {
      const fix = `  fix       write ${subject}(this, "Signature")`;
      refuseCall(`${subject}: the first argument is no construct`, [fix]);
    }
    refuseProps(scope, ID({ id }, ""), subject);
    const variable = (name: string, what: string): string =>
      withoutStacks(() => {
        const description = `${what} of a RAM user that may invoke the function and nothing else; never of the account itself`;
        const config = { type: "string", sensitive: true, nullable: false, description };
        return new TerraformVariable(scope, id + name, config).stringValue;
      });
    const key = variable("AccessKeyId", "AccessKey ID");
    const secret = variable("AccessKeySecret", "AccessKey secret");
    return BackendSignature.fromReferences({ ...options, key, secret });
  }

  /**
   * A key that something else keeps: another resource, or a data source such as
   * `alicloud_kms_secret_versions`. Literals are refused, and not shown.
   *
   * @param props references to the two parts of the key
   */
  public static fromReferences(props: BackendSignatureReferences): BackendSignature {
    return new BackendSignature(props, signatureReferences(props));
  }

  /**
   * A key of a RAM user that is made for this function alone: `alicloud_ram_user`,
   * `alicloud_ram_access_key`, and an attachment of the policy that allows `fc:InvokeFunction` on
   * the function and its qualifiers.
   *
   * To change the key, add an id to `keyIds` and make it `activeKeyId`: one apply makes the new key
   * and then changes the plugin, and both keys are valid. The apply after the old id has gone from
   * the list deletes the old key. (With the old id replaced at once, one apply does it all: the new
   * key, the plugin, and only then the old key.)
   *
   * @param props the keys, and name, description and stages of the plugin
   */
  public static fromRamUser(props: BackendSignatureUser = {}): BackendSignature {
    return new BackendSignature(props, signatureUser(props));
  }

  /** `backendSignature`. */
  public readonly pluginType: string = "backendSignature";

  private constructor(
    options: PluginOptions,
    private readonly source: SignatureSource,
  ) {
    super(options);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return [...this.source.problems(at), ...ownOptionsCheck(this._options, at)];
  }

  /** @internal */
  public _data(place: PluginPlace): unknown {
    return { type: "APIGW_BACKEND", ...this.source.bind(place) };
  }
}

const ID = object({ id: required(literalText()) });
