import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { Fcv3Trigger } from "../alicloud/fcv3-trigger";
import { propsUnder } from "../blueprints/under";
import { checkProps } from "../props";
import {
  Trace,
  guard,
  jsonText,
  makeResource,
  metaArguments,
  refuse,
  uniqueName,
  withoutStacks,
} from "../synth";
import { corsConfig } from "./cors";
import { HttpAuth } from "./http-auth";
import type { HttpTriggerProps } from "./http-trigger-props";
import { httpTriggerTarget } from "./http-trigger-target";
import type { SeenTrigger } from "./seen-trigger";
import type { HttpTriggerAttributes, IHttpTrigger } from "./http-trigger-ref";
import { ImportedHttpTrigger } from "./imported-trigger";
import { waitForTarget } from "./target";
import { type TestCommandOptions, type TestCommands } from "./test-commands";
import { testCommand, testCommandCheck } from "./test-command";

const MOST_NAME_CHARACTERS = 128;

/**
 * An HTTP trigger: lets HTTP requests call a function, `alicloud_fcv3_trigger` of type `http`.
 *
 * With nothing else said it asks for signature authentication and keeps its internet URL. It always
 * states `methods` (in alphabetical order), `authType` and `disableURLInternet`, so that a second
 * plan is empty whatever the service answers, and no later default changes who can call.
 *
 * It is made after the version or alias that it calls.
 *
 * Refuses, all in one error: no method, an unknown or repeated one; an authentication that the
 * service would refuse, a private key, a secret that is written instead of referred to; CORS with
 * credentials for every origin, or with headers that the platform keeps for itself; a name or
 * description that is too long.
 *
 * Source: "Configure an HTTP trigger"; HTTP trigger overview; FC 3.0 SDK, HTTPTriggerConfig.
 */
export class HttpTrigger extends Construct implements IHttpTrigger {
  /**
   * An HTTP trigger that exists already.
   *
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param attributes what is known of it
   * @throws an error that names every wrong attribute
   */
  public static fromHttpTriggerAttributes(
    scope: Construct,
    id: string,
    attributes: HttpTriggerAttributes,
  ): IHttpTrigger {
    return new ImportedHttpTrigger(scope, id, attributes);
  }

  private readonly resource: Fcv3Trigger;
  private readonly props: HttpTriggerProps;
  private readonly auth: HttpAuth;
  // One token: each API of a gateway asks for it, and a token costs at synth too.
  private intranet?: string;

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
    props = propsUnder(this, httpTriggerTarget, props);
    const { target, auth, cors, corsInCode, protocols } = props;
    this.props = props;
    this.auth = auth ?? HttpAuth.signature();
    this.resource = makeResource(
      Fcv3Trigger,
      this,
      trace,
      {
        ...metaArguments(props),
        functionName: target.functionName,
        qualifier: target.qualifier,
        triggerType: "http",
        triggerName: props.triggerName ?? uniqueName(this, { most: MOST_NAME_CHARACTERS }),
        triggerConfig: jsonText({
          methods: [...props.methods].sort(),
          authType: this.auth.authType,
          disableURLInternet: props.disableInternetUrl ?? false,
          authConfig: this.auth._config(),
          corsConfig: cors ? corsConfig(cors) : undefined,
        }),
        description: props.description,
      },
      { protocols, corsInCode: corsInCode || undefined },
    );
    waitForTarget(this, target);
  }

  /** The name of the function that it calls, or a reference to it. */
  public get functionName(): string {
    return this.props.target.functionName;
  }

  /** The version or alias that it calls, or LATEST, or a reference to it. */
  public get qualifier(): string {
    return this.props.target.qualifier;
  }

  /** A reference to the trigger's name. */
  public get triggerName(): string {
    return this.resource.triggerName;
  }

  /** A reference to the id that the service gives it. */
  public get triggerId(): string {
    return this.resource.triggerId;
  }

  /**
   * A reference to the URL for calls from the internet. It is for tests: its answers are downloads in
   * a browser, and the platform may change its addresses. Clients belong on a custom domain or an API
   * gateway.
   *
   * @throws an error where the internet URL is disabled
   */
  public get internetUrl(): string {
    if (!this.isInternetUrlDisabled) return this.resource.httpTrigger.get(0).urlInternet;
    return refuse(this, "internetUrl: it is disabled, calls to it are answered with 403", [
      "  fix       use intranetUrl, or a custom domain, which disableInternetUrl does not affect",
    ]);
  }

  /** A reference to the URL for calls from inside Alibaba Cloud's network in the region. */
  public get intranetUrl(): string {
    return (this.intranet ??= withoutStacks(() => this.resource.httpTrigger.get(0).urlIntranet));
  }

  /**
   * Writes the curl calls of the vendor's walk-through as two outputs, one for a synchronous and one
   * for an asynchronous call, with what the authentication asks for. Secrets are shell variables.
   * Where the internet URL is disabled the calls go to the intranet URL, which answers only inside
   * Alibaba Cloud's network in the region.
   *
   * @param options path and method
   * @returns the two commands
   * @throws an error that names every wrong option
   */
  public testCommands(options: TestCommandOptions = {}): TestCommands {
    const checked = checkProps(this, options, testCommandCheck(this.props.methods));
    if (this.node.tryFindChild("TestSync")) {
      refuse(this, "testCommands: this trigger has its two outputs already", [
        "  fix       call it once, and keep what it returns",
      ]);
    }
    const call = {
      ...checked,
      methods: this.props.methods,
      credentials: this.auth._credentials(),
      url: this.isInternetUrlDisabled ? this.intranetUrl : this.internetUrl,
      isIntranet: this.isInternetUrlDisabled,
    };
    const sync = testCommand({ ...call, isAsync: false });
    const async = testCommand({ ...call, isAsync: true });
    new TerraformOutput(this, "TestSync", { value: sync.command, description: sync.description });
    new TerraformOutput(this, "TestAsync", {
      value: async.command,
      description: async.description,
    });
    return { syncCommand: sync.command, asyncCommand: async.command };
  }

  /** @internal */
  public get _seen(): SeenTrigger {
    return {
      target: this.props.target,
      authType: this.auth.authType,
      isOpen: !this.isInternetUrlDisabled,
      hasIntranetUrl: true,
    };
  }

  private get isInternetUrlDisabled(): boolean {
    return this.props.disableInternetUrl ?? false;
  }
}
