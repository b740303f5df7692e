import { Construct } from "constructs";
import { callerIdProblem } from "../../facts/gateway-id";
import { object, refuseProps, required, text } from "../../props";
import { guard } from "../../synth";
import type { ApiAppAttributes, IApiApp } from "./api-app-ref";

const CHECK = object({ appId: required(text(callerIdProblem)) });

/** An app that exists already. Makes no resource. */
export class ImportedApiApp extends Construct implements IApiApp {
  /** As it was given. */
  public readonly appId: string;

  public constructor(scope: Construct, id: string, attributes: ApiAppAttributes) {
    super(scope, id);
    guard(this);
    refuseProps(this, CHECK(attributes, ""), "ApiApp.fromApiAppAttributes");
    this.appId = attributes.appId;
  }
}
