import { Construct } from "constructs";
import { Fcv3Trigger } from "../alicloud/fcv3-trigger";
import { methodProblem } from "../facts/methods";
import type { IQualifiedFunction } from "../function/function-ref";
import { checkProps, having, list, literalText, object, required } from "../props";
import { Registry, Trace, guard, jsonText } from "../synth";
import type { HttpMethod } from "./http-method";

/** Props of an `HttpTrigger`. */
export interface HttpTriggerProps {
  /** What it calls: a function (LATEST), a version or an alias. */
  readonly target: IQualifiedFunction;
  /** The methods that can call it. */
  readonly methods: HttpMethod[];
}

/** An HTTP trigger: `alicloud_fcv3_trigger` of type `http`. */
export class HttpTrigger extends Construct {
  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param props see HttpTriggerProps
   * @throws an error that names every wrong prop
   */
  public constructor(scope: Construct, id: string, props: HttpTriggerProps) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    checkProps(
      this,
      props,
      object({
        target: required(
          having(["functionName", "qualifier"], "a function, a version or an alias"),
        ),
        methods: required(list(literalText(methodProblem))),
      }),
    );
    const resource = new Fcv3Trigger(this, "Default", {
      functionName: props.target.functionName,
      qualifier: props.target.qualifier,
      triggerType: "http",
      triggerName: id,
      triggerConfig: jsonText({
        methods: [...props.methods].sort(),
        authType: "function",
        disableURLInternet: false,
      }),
    });
    Registry.of(this).notes.set(resource.node.path, { trace });
  }
}
