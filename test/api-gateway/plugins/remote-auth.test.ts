import { TerraformVariable } from "cdktf";
import { Duration } from "../../../lib/api-gateway/duration";
import { RemoteAuth, RemoteAuthLocation } from "../../../lib/api-gateway/plugins/remote-auth";
import { RemoteAuthUri } from "../../../lib/api-gateway/plugins/parts/remote-auth-uri";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const of = (props: unknown) => RemoteAuth.of(props as never);
const authUri = RemoteAuthUri.http("https://auth.example.com");
const successCondition = "${statusCode} = 200";

test("a service in a VPC is named by its VPC access", () => {
  const vpc = RemoteAuthUri.vpc("auth", { path: "/check", timeout: Duration.millis(500) });
  expect(dataOf(RemoteAuth.of({ authUri: vpc, successCondition }))).toStrictEqual({
    authUriType: "HTTP-VPC",
    authUri: { vpcAccessName: "auth", path: "/check", timeout: 500 },
    successCondition,
  });
});

test("null says that it is not given", () => {
  const options = { path: null, method: null, timeout: null } as never;
  const plugin = of({
    authUri: RemoteAuthUri.http("https://auth.example.com", options),
    successCondition,
    parameters: null,
    authParameters: null,
    passThroughBody: null,
    cachedTimeBySecond: null,
    errorMessage: null,
    errorStatusCode: null,
    stages: null,
  });
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual({
    authUriType: "HTTP",
    authUri: { address: "https://auth.example.com" },
    successCondition,
  });
});

test("callers are told that the service asks for something", () => {
  expect(RemoteAuth.of({ authUri, successCondition })._credentials()).toEqual({
    variables: [],
    remark: "add to it what the remoteAuth plugin asks for",
  });
});

test("what is wrong is said with the words of the rule, all at once", () => {
  const parameter = { targetParameterName: "", targetLocation: "heder", sourceParameterName: "a" };
  expect(
    problemsOf(
      of({
        authUri: RemoteAuthUri.http("", { path: "", timeout: Duration.seconds(0) }),
        succesCondition: "x",
        successCondition: "",
        authParameters: [parameter],
        passThroughBody: "no",
        cachedTimeBySecond: -1,
        errorStatusCode: "401",
      }),
    ),
  ).toEqual([
    "plugins[0].succesCondition: a prop of an unknown name; successCondition; write successCondition",
    "plugins[0].authUri.path: an empty text; a path; give a path",
    "plugins[0].authUri.timeout: 0 seconds; a whole number of milliseconds, at least 1; write Duration.seconds(30), or another time",
    "plugins[0].authUri.address: an empty text; the address of the service; give the address of the service",
    "plugins[0].successCondition: an empty text; the condition under which a caller is let in; give the condition under which a caller is let in",
    "plugins[0].authParameters[0].targetParameterName: an empty text; the name of a parameter; give the name of a parameter",
    'plugins[0].authParameters[0].targetLocation: "heder"; one of header, query, path, form; write "header"',
    "plugins[0].authParameters[0].sourceLocation: nothing; a value; give plugins[0].authParameters[0].sourceLocation",
    "plugins[0].passThroughBody: a string; true or false; give true or false",
    "plugins[0].cachedTimeBySecond: -1 seconds; a whole number of at least 0 seconds; write 0, or another allowed number",
    "plugins[0].errorStatusCode: a string; a number; give a number",
  ]);
  expect(wrongIn(of({ authUri: RemoteAuthUri.vpc(""), successCondition }))).toEqual([
    "plugins[0].authUri.vpcAccessName: an empty text",
  ]);
  expect(wrongIn(of({}))).toEqual([
    "plugins[0].authUri: nothing",
    "plugins[0].successCondition: nothing",
  ]);
});

test("whatever JavaScript gives, nothing breaks", () => {
  for (const wrong of [undefined, null, 1, "x", true, [], () => 1]) {
    expect(problemsOf(of(wrong)).length).toBeGreaterThan(0);
    expect(problemsOf(of({ authUri: wrong, successCondition }))).toHaveLength(1);
    const timed = RemoteAuthUri.http("https://auth.example.com", { timeout: wrong } as never);
    expect(problemsOf(of({ authUri: timed, successCondition }))).toHaveLength(
      wrong == null ? 0 : 1,
    );
  }
});

test("what is not known is written as an expression", () => {
  expect(
    textOf((stack) => {
      const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
      const number = new TerraformVariable(stack, "number", { type: "number" }).numberValue;
      const place = RemoteAuthLocation.HEADER;
      return RemoteAuth.of({
        authUri: RemoteAuthUri.http(text, { path: text, timeout: Duration.millis(number) }),
        successCondition: `\${statusCode} = ${text}`,
        parameters: { statusCode: text },
        authParameters: [
          {
            targetParameterName: text,
            targetLocation: place,
            sourceParameterName: text,
            sourceLocation: place,
          },
        ],
        passThroughBody: new TerraformVariable(stack, "bool", { type: "bool" })
          .value as unknown as boolean,
        cachedTimeBySecond: number,
        errorMessage: text,
        errorStatusCode: number,
      });
    }),
  ).toBe(
    '${jsonencode({"authParameters" = [{"sourceLocation" = "header", "sourceParameterName" = var.text, "targetLocation" = "header", "targetParameterName" = var.text}], "authUri" = {"address" = var.text, "path" = var.text, "timeout" = var.number}, "authUriType" = "HTTP", "cachedTimeBySecond" = var.number, "errorMessage" = var.text, "errorStatusCode" = var.number, "parameters" = {"statusCode" = var.text}, "passThroughBody" = var.bool, "successCondition" = "$${statusCode} = ${var.text}"})}',
  );
});
