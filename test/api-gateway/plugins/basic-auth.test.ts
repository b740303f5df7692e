import { TerraformVariable } from "cdktf";
import { BasicAuth } from "../../../lib/api-gateway/plugins/basic-auth";
import { secretIn } from "../../support/given";
import { stackOf } from "../../support/synth";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const of = (props: unknown) => BasicAuth.of(props as never);
const password = secretIn(stackOf());

test("users have a name and a reference to a password", () => {
  const plugin = BasicAuth.users([{ username: "alice", password }]);
  expect(plugin.pluginType).toBe("basicAuth");
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual({ users: [{ username: "alice", password }] });
});

test("a data set stands in the place of users", () => {
  const plugin = of({ usersDatasetId: "ds-1", users: null });
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual({ usersDatasetId: "ds-1" });
});

test("a password in the open is refused, and not shown", () => {
  const problems = problemsOf(BasicAuth.users([{ username: "alice", password: "s3cret" }]));
  expect(problems).toEqual([
    "plugins[0].users[0].password: a literal, which would be readable in the synthesised file and in the state; a reference to a sensitive value; pass the value of a TerraformVariable with sensitive: true, or of a secret's data source",
  ]);
  expect(wrongIn(of({ users: [{ username: "alice", password: 123456 }] })).join()).not.toMatch(
    "s3cret",
  );
});

test("nobody, and somebody twice, are refused", () => {
  const nobody = "plugins[0].users: nothing; users; give users";
  expect(problemsOf(of({}))).toEqual([nobody]);
  expect(problemsOf(of({ users: null, pluginName: "orders_users" }))).toEqual([nobody]);
  expect(problemsOf(BasicAuth.users([]))).toEqual([
    "plugins[0].users: an empty list; a list of at least one user; give a list of at least one user",
  ]);
  const alice = { username: "alice", password };
  expect(problemsOf(BasicAuth.users([alice, { ...alice, username: "bob" }, alice]))).toEqual([
    'plugins[0].users[2].username: "alice" again, as users[0]; each user once; remove it',
  ]);
});

test("all that is wrong is said at once, whatever JavaScript gives", () => {
  expect(
    wrongIn(of({ users: [{ username: "" }, { user: "bob", password }], usersDatasetId: "" })),
  ).toEqual([
    "plugins[0].users[0].username: an empty text",
    "plugins[0].users[0].password: nothing",
    "plugins[0].users[1].user: a prop of an unknown name",
    "plugins[0].users[1].username: nothing",
    "plugins[0].usersDatasetId: an empty text",
  ]);
  for (const props of [undefined, null, 1, "x", []]) {
    expect(problemsOf(of(props))).toHaveLength(1);
    expect(problemsOf(of({ users: props }))).toHaveLength(1);
    expect(problemsOf(of({ users: [props] }))).toHaveLength(1);
  }
});

test("callers send a name and a password", () => {
  expect(of({ usersDatasetId: "ds-1" })._credentials()).toEqual({
    user: "$FC_USER:$FC_PASSWORD",
    variables: ["FC_USER", "FC_PASSWORD"],
  });
});

test("passwords, and users of whom nothing is known, are written as an expression", () => {
  expect(
    textOf((stack) => BasicAuth.users([{ username: "a${b}", password: secretIn(stack, "pw") }])),
  ).toBe('${jsonencode({"users" = [{"password" = var.pw, "username" = "a$${b}"}]})}');
  expect(
    textOf((stack) => {
      const users = new TerraformVariable(stack, "users", { sensitive: true }).listValue;
      return of({ users });
    }),
  ).toBe('${jsonencode({"users" = var.users})}');
});
