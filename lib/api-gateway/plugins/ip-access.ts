import { IP_ITEMS, ipBlocks, ipResource } from "../../facts/plugins/ip-control";
import {
  type Check,
  type PropProblem,
  enumeration,
  given,
  inTurn,
  issues,
  object,
  once,
  optional,
  required,
  several,
} from "../../props";
import type { IApiApp } from "../app/api-app-ref";
import { appIdOf, appProps, idNumber, oneOf } from "./parts/caller-id";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { each, pluginProps, stated } from "./checks/plugin-props";

/** What becomes of callers whose address is listed. */
export enum IpAccessType {
  /** They alone get in. */
  ALLOW = "ALLOW",
  /** They alone stay out. */
  REFUSE = "REFUSE",
}

/** Addresses, of any caller or of one app. */
export interface IpAccessItem {
  /** At least one IPv4 or IPv6 address or CIDR block, none twice. */
  readonly blocks: string[];
  /**
   * The app whose calls it is about. The APIs have to be `ApiAuth.app`.
   *
   * @default - every caller
   */
  readonly app?: IApiApp;
  /**
   * The id of such an app, instead of the app.
   *
   * @default - every caller
   */
  readonly appId?: string;
}

/** Who gets in by address. */
export interface IpAccessProps extends PluginOptions {
  /** What becomes of those that are listed. */
  readonly type: IpAccessType;
  /** At least one item. */
  readonly items: IpAccessItem[];
  /**
   * Which address is looked at where the header `X-Forwarded-For` has some: `XFF:-1` is the last.
   *
   * @default - not stated: that of the connection
   */
  readonly resource?: string;
}

/**
 * Callers by their address: `ipControl`.
 *
 * Source: "IP address-based access control".
 */
export class IpAccess extends GatewayPlugin {
  /**
   * Who gets in by address.
   *
   * @param props addresses, by app where wanted
   */
  public static of(props: IpAccessProps): IpAccess {
    return new IpAccess(props, (at) => CHECK(props, at));
  }

  /**
   * Lets in whom it lists, and nobody else.
   *
   * @param blocks IPv4 or IPv6 addresses or CIDR blocks
   */
  public static allow(...blocks: string[]): IpAccess {
    return IpAccess.listing(IpAccessType.ALLOW, blocks);
  }

  /**
   * Keeps out whom it lists, and nobody else.
   *
   * @param blocks IPv4 or IPv6 addresses or CIDR blocks
   */
  public static refuse(...blocks: string[]): IpAccess {
    return IpAccess.listing(IpAccessType.REFUSE, blocks);
  }

  private static listing(type: IpAccessType, blocks: string[]): IpAccess {
    return new IpAccess({ type, items: [{ blocks }] }, (at) => BLOCKS(blocks, `${at}.blocks`));
  }

  /** `ipControl`. */
  public readonly pluginType: string = "ipControl";

  private constructor(
    private readonly props: IpAccessProps,
    private readonly check: (at: string) => readonly PropProblem[],
  ) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return this.check(at);
  }

  /** @internal */
  public _data(): unknown {
    const { type, items, resource } = given(this.props);
    return stated({ type, items: each(items, itemData), resource });
  }
}

function itemData(item: IpAccessItem): unknown {
  const id = appIdOf(item);
  return stated({ blocks: item.blocks, appId: id === undefined ? undefined : idNumber(id) });
}

const BLOCKS: Check = inTurn(issues(ipBlocks), once("each block once"));

const CHECK = pluginProps({
  type: required(enumeration(IpAccessType)),
  items: required(
    several(
      IP_ITEMS,
      object({ blocks: required(BLOCKS), ...appProps }, (item) => oneOf(item, ["app", "appId"])),
    ),
  ),
  resource: optional(issues(ipResource)),
});
