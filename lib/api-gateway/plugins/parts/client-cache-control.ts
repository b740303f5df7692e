import { callerIdProblem } from "../../../facts/gateway-id";
import { type Check, type PropProblem, inTurn, once, several, text } from "../../../props";
import type { IApiApp } from "../../app/api-app-ref";
import { appCheck, eachAppOnce } from "../../app/apps-check";
import { idNumber } from "./caller-id";
import { each, stated } from "../checks/plugin-props";

/** Whose `Cache-Control` counts where a gateway keeps answers. Source: "Caching plug-in". */
export class ClientCacheControl {
  /** Nobody's. */
  public static readonly OFF = new ClientCacheControl("off");
  /** Everybody's. */
  public static readonly ALL = new ClientCacheControl("all");

  /**
   * Those of some apps.
   *
   * @param apps at least one, none twice
   */
  public static apps(...apps: IApiApp[]): ClientCacheControl {
    return new ClientCacheControl(
      "app",
      (at) => APPS(apps, `${at}.apps`),
      () => apps.map(({ appId }) => appId),
    );
  }

  /**
   * Those of some apps, by their ids.
   *
   * @param appIds at least one, none twice
   */
  public static appIds(...appIds: string[]): ClientCacheControl {
    return new ClientCacheControl(
      "app",
      (at) => IDS(appIds, `${at}.appIds`),
      () => appIds,
    );
  }

  private constructor(
    private readonly mode: string,
    private readonly check: (at: string) => readonly PropProblem[] = () => [],
    private readonly ids?: () => string[],
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return this.check(at);
  }

  /** @internal */
  public get _json(): unknown {
    const ids = this.ids?.();
    return stated({ mode: this.mode, apps: ids && each(ids, idNumber) });
  }
}

const LEAST = { expected: "at least one app", least: 1 };

const APPS: Check = inTurn(several(LEAST, appCheck), eachAppOnce);

const IDS: Check = inTurn(several(LEAST, text(callerIdProblem)), once("each app once"));
