import { AccessControl, AccessVerdict } from "../../../lib/api-gateway/plugins/access-control";
import { CircuitBreaker } from "../../../lib/api-gateway/plugins/circuit-breaker";
import { DowngradeBackend } from "../../../lib/api-gateway/plugins/parts/downgrade-backend";
import { ErrorMapping } from "../../../lib/api-gateway/plugins/error-mapping";
import type { GatewayPlugin } from "../../../lib/api-gateway/plugins/gateway-plugin";
import { RemoteAuth, RemoteAuthLocation } from "../../../lib/api-gateway/plugins/remote-auth";
import { RemoteAuthUri } from "../../../lib/api-gateway/plugins/parts/remote-auth-uri";
import { Routing, RoutingLocation } from "../../../lib/api-gateway/plugins/routing";
import { RoutingBackend } from "../../../lib/api-gateway/plugins/parts/routing-backend";
import { Transformer, TransformerLocation } from "../../../lib/api-gateway/plugins/transformer";
import { Duration } from "../../../lib/api-gateway/duration";
import { GatewayMethod } from "../../../lib/api-gateway/route/words";

/** By type: a plugin as people write it, and its data in the provider's acceptance test. */
export const TYPICAL: readonly [string, () => GatewayPlugin, object][] = [
  [
    "routing",
    () =>
      Routing.of({
        routes: [
          {
            name: "Vip",
            condition: "$CaAppId = 123456",
            backend: RoutingBackend.vpc("slbAccessForVip"),
          },
          {
            name: "MockForOldClient",
            condition: "$ClientVersion < '2.0.5'",
            backend: RoutingBackend.mock({ statusCode: 400, body: "not supported" }),
          },
          {
            name: "BlueGreenPercent05",
            condition: "1 = 1",
            backend: RoutingBackend.http("https://beta.example.com"),
            constantParameters: [
              { name: "x-route", location: RoutingLocation.HEADER, value: "beta" },
            ],
          },
        ],
      }),
    {
      routes: [
        {
          name: "Vip",
          condition: "$CaAppId = 123456",
          backend: { type: "HTTP-VPC", vpcAccessName: "slbAccessForVip" },
        },
        {
          name: "MockForOldClient",
          condition: "$ClientVersion < '2.0.5'",
          backend: { type: "MOCK", statusCode: 400, mockBody: "not supported" },
        },
        {
          name: "BlueGreenPercent05",
          condition: "1 = 1",
          backend: { type: "HTTP", address: "https://beta.example.com" },
          "constant-parameters": [{ name: "x-route", location: "header", value: "beta" }],
        },
      ],
    },
  ],
  [
    "accessControl",
    () =>
      AccessControl.of({
        parameters: { userId: "Token:userId", userType: "Token:userType", pathId: "path:userId" },
        rules: [
          { name: "admin", condition: "$userType = 'admin'", ifTrue: AccessVerdict.ALLOW },
          {
            name: "user",
            condition: "$userId = $pathId",
            ifFalse: AccessVerdict.DENY,
            statusCode: 403,
            errorMessage: "Path not match ${userId} vs /${pathId}",
            responseHeaders: { "Content-Type": "application/xml" },
            responseBody: "<Reason>Path not match ${userId}</Reason>",
          },
        ],
      }),
    {
      parameters: { userId: "Token:userId", userType: "Token:userType", pathId: "path:userId" },
      rules: [
        { name: "admin", condition: "$userType = 'admin'", ifTrue: "ALLOW" },
        {
          name: "user",
          condition: "$userId = $pathId",
          ifFalse: "DENY",
          statusCode: 403,
          errorMessage: "Path not match ${userId} vs /${pathId}",
          responseHeaders: { "Content-Type": "application/xml" },
          responseBody: "<Reason>Path not match ${userId}</Reason>",
        },
      ],
    },
  ],
  [
    "errorMapping",
    () =>
      ErrorMapping.of({
        parameters: { statusCode: "StatusCode", resultCode: "BodyJsonField:$.result_code" },
        errorCondition: "$statusCode = 200 and $resultCode <> 'OK'",
        errorCode: "resultCode",
        mappings: [
          { code: "ROLE_NOT_EXISTS", statusCode: 404, errorMessage: "no role, ${resultCode}" },
        ],
        defaultMapping: { statusCode: 500, errorMessage: "Unknown Error, ${resultCode}" },
      }),
    {
      parameters: { statusCode: "StatusCode", resultCode: "BodyJsonField:$.result_code" },
      errorCondition: "$statusCode = 200 and $resultCode <> 'OK'",
      errorCode: "resultCode",
      mappings: [
        { code: "ROLE_NOT_EXISTS", statusCode: 404, errorMessage: "no role, ${resultCode}" },
      ],
      defaultMapping: { statusCode: 500, errorMessage: "Unknown Error, ${resultCode}" },
    },
  ],
  [
    "circuitBreaker",
    () =>
      CircuitBreaker.of({
        timeoutThreshold: 15,
        windowInSeconds: 30,
        openTimeoutSeconds: 15,
        downgradeBackend: DowngradeBackend.mock({ statusCode: 302, body: "<result/>\n" }),
      }),
    {
      timeoutThreshold: 15,
      windowInSeconds: 30,
      openTimeoutSeconds: 15,
      downgradeBackend: { type: "mock", statusCode: 302, body: "<result/>\n" },
    },
  ],
  [
    "remoteAuth",
    () =>
      RemoteAuth.of({
        parameters: { statusCode: "StatusCode" },
        authUri: RemoteAuthUri.http("http://auth.example.com:8080", {
          path: "/your/authPath",
          timeout: Duration.seconds(7),
          method: GatewayMethod.POST,
        }),
        passThroughBody: false,
        cachedTimeBySecond: 10,
        authParameters: [
          {
            targetParameterName: "x-userId",
            sourceParameterName: "userId",
            targetLocation: RemoteAuthLocation.FORM,
            sourceLocation: RemoteAuthLocation.QUERY,
          },
        ],
        successCondition: "${statusCode} = 200",
        errorMessage: "auth failed",
        errorStatusCode: 401,
      }),
    {
      parameters: { statusCode: "StatusCode" },
      authUriType: "HTTP",
      authUri: {
        address: "http://auth.example.com:8080",
        path: "/your/authPath",
        timeout: 7000,
        method: "POST",
      },
      passThroughBody: false,
      cachedTimeBySecond: 10,
      authParameters: [
        {
          targetParameterName: "x-userId",
          sourceParameterName: "userId",
          targetLocation: "form",
          sourceLocation: "query",
        },
      ],
      successCondition: "${statusCode} = 200",
      errorMessage: "auth failed",
      errorStatusCode: 401,
    },
  ],
  [
    "transformer",
    () => {
      const { HEADER, QUERY, FORM } = TransformerLocation;
      return Transformer.of({
        addRequestParameterIfAbsent: [{ name: "userId", value: "123456", location: QUERY }],
        putRequestParameter: [{ name: "name", value: "Bob", location: HEADER }],
        removeRequestParameter: [{ name: "address", location: FORM }],
        setResponseStatusCode: 200,
        addResponseHeaderIfAbsent: [{ name: "age", value: "18" }],
        putResponseHeader: [{ name: "name", value: "Alice" }],
        removeResponseHeader: ["phone"],
      });
    },
    {
      addRequestParameterIfAbsent: [{ name: "userId", value: "123456", location: "query" }],
      putRequestParameter: [{ name: "name", value: "Bob", location: "header" }],
      removeRequestParameter: [{ name: "address", location: "form" }],
      setResponseStatusCode: 200,
      addResponseHeaderIfAbsent: [{ name: "age", value: "18" }],
      putResponseHeader: [{ name: "name", value: "Alice" }],
      removeResponseHeader: [{ name: "phone" }],
    },
  ],
];
