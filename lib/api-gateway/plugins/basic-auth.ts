import {
  BASIC_USERS,
  basicDataset,
  basicUsername,
  basicUsersGiven,
} from "../../facts/plugins/basic-auth";
import { basicCredentials } from "../../http-trigger/auth/basic";
import type { Credentials } from "../../http-trigger/auth/credentials";
import {
  type PropProblem,
  given,
  inTurn,
  issues,
  object,
  once,
  optional,
  required,
  secret,
  several,
} from "../../props";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { each, pluginProps, stated } from "./checks/plugin-props";

/** A user of a gateway, with a password. */
export interface BasicAuthUser {
  /** The name. */
  readonly username: string;
  /** A reference to the password, such as the value of a sensitive variable. Never the password itself. */
  readonly password: string;
}

/** Who gets in by name and password: users, a data set of them, or both. */
export interface BasicAuthProps extends PluginOptions {
  /**
   * At least one user, none twice.
   *
   * @default - those of the data set
   */
  readonly users?: BasicAuthUser[];
  /**
   * The id of a data set of users that API Gateway holds.
   *
   * @default - none
   */
  readonly usersDatasetId?: string;
}

/**
 * Callers by name and password, in the header `Authorization`: `basicAuth`.
 *
 * Source: "Basic authentication plug-in".
 */
export class BasicAuth extends GatewayPlugin {
  /**
   * Users, or a data set of them.
   *
   * @param props who gets in
   */
  public static of(props: BasicAuthProps): BasicAuth {
    return new BasicAuth(props);
  }

  /**
   * Users.
   *
   * @param users at least one
   */
  public static users(users: BasicAuthUser[]): BasicAuth {
    return new BasicAuth({ users });
  }

  /** `basicAuth`. */
  public readonly pluginType: string = "basicAuth";

  private constructor(private readonly props: BasicAuthProps) {
    super(props);
  }

  /** @internal */
  public override _credentials(): Credentials {
    return basicCredentials;
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const { users, usersDatasetId } = given(this.props);
    return stated({
      users: users && each(users, ({ username, password }) => ({ username, password })),
      usersDatasetId,
    });
  }
}

const CHECK = pluginProps(
  {
    users: optional(
      inTurn(
        several(
          BASIC_USERS,
          object({ username: required(issues(basicUsername)), password: required(secret()) }),
        ),
        once("each user once", (user) => ({
          key: (user as BasicAuthUser).username,
          member: "username",
        })),
      ),
    ),
    usersDatasetId: optional(issues(basicDataset)),
  },
  ({ users, usersDatasetId }) => issues(basicUsersGiven)(stated({ users, usersDatasetId }), ""),
);
