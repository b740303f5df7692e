import { ApiRoute } from "../../../../lib/api-gateway/route/api-route";
import { folderWith } from "../../../support/folder";
import { documentWith, inFolder, refusal, routesOf } from "./support";

const CASES: readonly (readonly [what: string, call: () => unknown, message: string])[] = [
  [
    "a file that is not there",
    () => inFolder("/nowhere", () => ApiRoute.fromOpenApi("openapi.yaml")),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml
    got       no file: /nowhere/openapi.yaml
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       correct the path`,
  ],
  [
    "no file",
    () => ApiRoute.fromOpenApi(undefined as never),
    `ApiRoute.fromOpenApi: something is wrong
  file
    got       nothing
    expected  the path of a file
    fix       give the path of a file`,
  ],
  [
    "a folder",
    () => inFolder(folderWith({ "api/": "" }), () => ApiRoute.fromOpenApi("api")),
    `ApiRoute.fromOpenApi: something is wrong
  api
    got       a folder
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       name the file in it`,
  ],
  [
    "an empty file",
    () => routesOf(" \n"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml
    got       an empty file
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       correct the path`,
  ],
  [
    "a file in another encoding",
    () =>
      inFolder(folderWith({ "o.yaml": Buffer.from("openapi: caf\u00e9", "latin1") }), () =>
        ApiRoute.fromOpenApi("o.yaml"),
      ),
    `ApiRoute.fromOpenApi: something is wrong
  o.yaml
    got       a file that is not UTF-8
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       save it as UTF-8`,
  ],
  [
    "broken YAML",
    () => routesOf("openapi: 3.0.3\ninfo:\n  title: a\n title: b\npaths: {}\n"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:4:1
    got       no YAML: All mapping items must start at the same column
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       mend the syntax`,
  ],
  [
    "broken JSON",
    () => routesOf('{\n  "openapi": "3.0.3"\n  "info": {}\n}', {}, "o.json"),
    `ApiRoute.fromOpenApi: something is wrong
  o.json:3:3
    got       no JSON: Missing , between flow map items
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       mend the syntax`,
  ],
  [
    "a key that stands twice",
    () => routesOf("openapi: 3.0.3\nopenapi: 3.0.4\n"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:2:1
    got       no YAML: Map keys must be unique
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       mend the syntax`,
  ],
  [
    "aliases that stand for too much",
    () =>
      routesOf(
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n",
      ),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml
    got       YAML that cannot be read: Excessive alias count indicates a resource exhaustion attack
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       write it without aliases`,
  ],
  [
    "no object",
    () => routesOf("- a"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml
    got       a list
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       correct the path`,
  ],
  [
    "Swagger 2.0",
    () => routesOf("swagger: '2.0'\ninfo: {}\n"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:10 (/swagger)
    got       Swagger 2.0
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       convert it, for example with "npx swagger2openapi openapi.yaml --outfile openapi-3.yaml"`,
  ],
  [
    "a document of no version",
    () => routesOf("info: {}\n"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:1 (/)
    got       no "openapi", which says the version
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       add openapi: "3.1.0", or correct the path`,
  ],
  [
    "a later version",
    () => routesOf(documentWith({}, { openapi: "3.2.0" })),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:12 (/openapi)
    got       OpenAPI 3.2.0
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       export the document as OpenAPI 3.1, without what later versions have brought`,
  ],
  [
    "a short version",
    () => routesOf("openapi: 3.1\npaths: {}\n"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:10 (/openapi)
    got       OpenAPI 3.1, which is no full version
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       write openapi: "3.1.0"`,
  ],
  [
    "a version that is none",
    () => routesOf("openapi: {}\npaths: {}\n"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:10 (/openapi)
    got       an object as the version
    expected  an OpenAPI 3.0 or 3.1 document, in YAML or JSON
    fix       export the document as OpenAPI 3.1, without what later versions have brought`,
  ],
  [
    "no paths",
    () => routesOf("openapi: 3.1.0\ninfo: {title: a, version: '1'}\n"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:1 (/paths)
    got       no paths
    expected  at least one path with an operation
    fix       give a document that has paths`,
  ],
  [
    "webhooks alone",
    () => routesOf("openapi: 3.1.0\ninfo: {title: a, version: '1'}\nwebhooks: {a: {post: {}}}\n"),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:1 (/paths)
    got       webhooks, and no paths
    expected  at least one path with an operation
    fix       give a document of the API itself: webhooks are requests that it sends`,
  ],
  [
    "TRACE alone",
    () =>
      routesOf(
        documentWith(
          {},
          { paths: { "/a": { trace: { responses: { 200: { description: "" } } } } } },
        ),
      ),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:68 (/paths)
    got       no operation that the gateway has
    expected  at least one path with an operation
    fix       give a document that has operations`,
  ],
  [
    "what OpenAPI 3.0 does not allow",
    () =>
      routesOf(`openapi: 3.0.3
info:
  title: 1
paths:
  orders:
    get: {}
  /orders:
    get:
      operationid: list
      parameters:
        - name: a
          in: quary
          schema: {}
        - name: b
          in: query
        - name: id
          in: path
          schema: {}
      tags: orders
      responses:
        "200": {}
    fetch: {}
`),
    `ApiRoute.fromOpenApi: 10 things are wrong
  openapi.yaml:3:3 (/info)
    got       no version
    expected  version
    fix       add version
  openapi.yaml:3:10 (/info/title)
    got       the number 1
    expected  text
    fix       write text
  openapi.yaml:5:3 (/paths/orders)
    got       "orders"
    expected  a path that begins with "/"
    fix       write "/orders"
  openapi.yaml:9:7 (/paths/~1orders/get/operationid)
    got       "operationid"
    expected  a name that the specification knows here
    fix       write "operationId"
  openapi.yaml:12:15 (/paths/~1orders/get/parameters/0/in)
    got       "quary"
    expected  one of path, query, header, cookie
    fix       write one of these
  openapi.yaml:14:11 (/paths/~1orders/get/parameters/1)
    got       no schema or content
    expected  schema or content
    fix       add schema or content
  openapi.yaml:16:11 (/paths/~1orders/get/parameters/2)
    got       no required
    expected  required
    fix       add required: true
  openapi.yaml:19:13 (/paths/~1orders/get/tags)
    got       "orders"
    expected  a list
    fix       write a list
  openapi.yaml:21:16 (/paths/~1orders/get/responses/200)
    got       no description
    expected  description
    fix       add description
  openapi.yaml:22:5 (/paths/~1orders/fetch)
    got       "fetch"
    expected  a name that the specification knows here
    fix       remove it, or call it "x-fetch"`,
  ],
  [
    "what OpenAPI 3.1 does not allow",
    () =>
      routesOf(`openapi: 3.1.0
info:
  title: 1
paths:
  orders:
    get: {}
  /orders:
    get:
      operationid: list
      parameters:
        - name: a
          in: quary
          schema: {}
        - name: b
          in: query
        - name: id
          in: path
          schema: {}
      tags: orders
      responses:
        "200": {}
    fetch: {}
`),
    `ApiRoute.fromOpenApi: 10 things are wrong
  openapi.yaml:3:3 (/info)
    got       no version
    expected  version
    fix       add version
  openapi.yaml:3:10 (/info/title)
    got       the number 1
    expected  text
    fix       write text
  openapi.yaml:5:3 (/paths/orders)
    got       "orders"
    expected  a path that begins with "/"
    fix       write "/orders"
  openapi.yaml:9:7 (/paths/~1orders/get/operationid)
    got       "operationid"
    expected  a name that the specification knows here
    fix       write "operationId"
  openapi.yaml:12:15 (/paths/~1orders/get/parameters/0/in)
    got       "quary"
    expected  one of query, header, path, cookie
    fix       write one of these
  openapi.yaml:14:11 (/paths/~1orders/get/parameters/1)
    got       no schema or content
    expected  schema or content
    fix       add schema or content
  openapi.yaml:16:11 (/paths/~1orders/get/parameters/2)
    got       no required
    expected  required
    fix       add required: true
  openapi.yaml:19:13 (/paths/~1orders/get/tags)
    got       "orders"
    expected  a list
    fix       write a list
  openapi.yaml:21:16 (/paths/~1orders/get/responses/200)
    got       no description
    expected  description
    fix       add description
  openapi.yaml:22:5 (/paths/~1orders/fetch)
    got       "fetch"
    expected  a name that the specification knows here
    fix       remove it, or call it "x-fetch"`,
  ],
  [
    "references that lead nowhere, elsewhere, to themselves or to something else",
    () =>
      routesOf(`openapi: 3.0.3
info: { title: a, version: "1" }
paths:
  /a:
    get:
      responses: { "200": { description: a } }
      parameters:
        - $ref: "https://example.com/common.yaml#/components/parameters/Limit"
        - $ref: "common.yaml#/components/parameters/Limit"
        - $ref: "#/components/parameters/Limt"
        - $ref: "#/components/parameters/A"
        - $ref: "#Limit"
        - $ref: "#/components/schemas/S"
        - $ref: "#/nothing/at/all"
components:
  parameters:
    Limit: { name: limit, in: query, schema: {} }
    A: { $ref: "#/components/parameters/B" }
    B: { $ref: "#/components/parameters/A" }
  schemas:
    S: { type: string }
`),
    `ApiRoute.fromOpenApi: 7 things are wrong
  openapi.yaml:8:17 (/paths/~1a/get/parameters/0/$ref)
    got       a $ref to "https://example.com/common.yaml#/components/parameters/Limit", which would have to be loaded
    expected  a $ref into the document itself
    fix       bundle the document into one file first, for example with "npx @redocly/cli bundle openapi.yaml --output bundled.yaml"
  openapi.yaml:9:17 (/paths/~1a/get/parameters/1/$ref)
    got       a $ref to "common.yaml#/components/parameters/Limit", which is another file
    expected  a $ref into the document itself
    fix       bundle the document into one file first, for example with "npx @redocly/cli bundle openapi.yaml --output bundled.yaml"
  openapi.yaml:10:17 (/paths/~1a/get/parameters/2/$ref)
    got       a $ref to "#/components/parameters/Limt", where there is nothing
    expected  a $ref to a parameter
    fix       write "#/components/parameters/Limit"
  openapi.yaml:12:17 (/paths/~1a/get/parameters/4/$ref)
    got       a $ref to "#Limit"
    expected  a JSON pointer into the document, such as "#/components/parameters/Limit"
    fix       write the pointer to what is meant
  openapi.yaml:13:17 (/paths/~1a/get/parameters/5/$ref)
    got       a $ref to "#/components/schemas/S", which is not a parameter
    expected  a $ref to a parameter
    fix       correct it
  openapi.yaml:14:17 (/paths/~1a/get/parameters/6/$ref)
    got       a $ref to "#/nothing/at/all", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:19:16 (/components/parameters/B/$ref)
    got       a $ref that leads back to itself: #/components/parameters/A → #/components/parameters/B → #/components/parameters/A
    expected  a $ref to a parameter
    fix       write a parameter in one of these places`,
  ],
  [
    "a schema that is itself",
    () =>
      routesOf(
        documentWith(
          { parameters: [{ name: "a", in: "query", schema: { $ref: "#/components/schemas/A" } }] },
          { components: { schemas: { A: { $ref: "#/components/schemas/A" } } } },
        ),
      ),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:268 (/components/schemas/A/$ref)
    got       a $ref that leads back to itself: #/components/schemas/A → #/components/schemas/A
    expected  a $ref to a schema
    fix       write a schema in one of these places`,
  ],
  [
    "parameters of paths, paths and ids that do not fit each other",
    () =>
      routesOf(`openapi: 3.0.3
info: { title: a, version: "1" }
paths:
  /a/{id}/{sub}:
    parameters:
      - { name: id, in: path, required: true, schema: {} }
      - { name: other, in: path, required: true, schema: {} }
      - { name: limit, in: query, schema: {} }
      - { name: limit, in: query, schema: { type: string } }
    get: { operationId: a, responses: { "200": { description: a } } }
    put: { operationId: a, responses: { "200": { description: a } } }
  /b/[c]{d:
    get: { operationId: get.order, responses: { "200": { description: a } } }
    put: { operationId: get_order, responses: { "200": { description: a } } }
`),
    `ApiRoute.fromOpenApi: 7 things are wrong
  openapi.yaml:7:9 (/paths/~1a~1{id}~1{sub}/parameters/1)
    got       "other" in path, and the path "/a/{id}/{sub}"
    expected  the name of a parameter of the path
    fix       write {other} into the path, or declare the parameter in query or header
  openapi.yaml:9:9 (/paths/~1a~1{id}~1{sub}/parameters/3)
    got       "limit" in query a second time
    expected  each parameter once
    fix       remove one of the two
  openapi.yaml:10:5 (/paths/~1a~1{id}~1{sub}/get)
    got       {sub} in the path, and no parameter "sub" in path
    expected  a parameter for each name in the path
    fix       declare { name: sub, in: path, required: true, schema: { type: string } }
  openapi.yaml:11:5 (/paths/~1a~1{id}~1{sub}/put)
    got       {sub} in the path, and no parameter "sub" in path
    expected  a parameter for each name in the path
    fix       declare { name: sub, in: path, required: true, schema: { type: string } }
  openapi.yaml:11:25 (/paths/~1a~1{id}~1{sub}/put/operationId)
    got       "a" a second time
    expected  each operationId once
    fix       rename one of the two
  openapi.yaml:12:3 (/paths/~1b~1[c]{d)
    got       "/b/[c]{d"
    expected  each parameter a name in one pair of braces, and no other brackets
    fix       write the path as in "/orders/{id}"
  openapi.yaml:14:25 (/paths/~1b~1[c]{d/put/operationId)
    got       "get_order": the names of its API and that of "get.order" would both be "get_order"
    expected  a name for each API
    fix       rename one of the two`,
  ],
  [
    "types that JSON Schema does not have",
    () =>
      routesOf(
        documentWith(
          {
            parameters: [
              { name: "a", in: "query", schema: { type: "strng" } },
              { name: "b", in: "query", schema: { type: ["string", "int"] } },
            ],
          },
          { openapi: "3.1.0" },
        ),
      ),
    `ApiRoute.fromOpenApi: 2 things are wrong
  openapi.yaml:1:200 (/paths/~1orders/get/parameters/0/schema/type)
    got       "strng"
    expected  one of string, integer, number, boolean, array, object, null
    fix       write "string"
  openapi.yaml:1:262 (/paths/~1orders/get/parameters/1/schema/type/1)
    got       "int"
    expected  one of string, integer, number, boolean, array, object, null
    fix       write one of these`,
  ],
  [
    "a server without a default of its variable",
    () => routesOf(documentWith({}, { servers: [{ url: "https://{region}.example.com/v1" }] })),
    `ApiRoute.fromOpenApi: something is wrong
  openapi.yaml:1:165 (/servers/0/url)
    got       "https://{region}.example.com/v1"
    expected  a URL, with a default for each of its variables
    fix       correct it, or give pathPrefix`,
  ],
  [
    "wrong options",
    () =>
      routesOf(documentWith(), {
        operations: [],
        defaults: [],
        pathPrefix: "v1",
        handled: ["cookies"],
        operation: ["a"],
      } as never),
    `ApiRoute.fromOpenApi: 5 things are wrong
  options.operation
    got       a prop of an unknown name
    expected  operations
    fix       write operations
  options.operations
    got       an empty list
    expected  the operationId of an operation, or several
    fix       leave it out for all operations
  options.defaults
    got       an empty list
    expected  an object
    fix       give an object
  options.pathPrefix
    got       "v1"
    expected  a path that begins with "/"
    fix       write "/v1"
  options.handled[0]
    got       "cookies"
    expected  one of security, cookie, parameter, body, server, callback, webhook, method
    fix       write "cookie"`,
  ],
  [
    "options of a wrong kind",
    () =>
      routesOf(documentWith(), {
        operations: "a",
        defaults: { parameters: {}, notMapped: "a" },
        pathPrefix: "/{stage}",
        handled: [1],
      } as never),
    `ApiRoute.fromOpenApi: 5 things are wrong
  options.operations
    got       a string
    expected  a list
    fix       give a list
  options.defaults.parameters
    got       an object
    expected  a list
    fix       give a list
  options.defaults.notMapped
    got       a text
    expected  a list
    fix       give a list
  options.pathPrefix
    got       "/{stage}"
    expected  parameters in square brackets
    fix       write "/[stage]"
  options.handled[0]
    got       the number 1
    expected  a string
    fix       give a string`,
  ],
  [
    "operations that the document does not have",
    () => routesOf(documentWith({ operationId: "listOrders" }), { operations: ["listOrder", "x"] }),
    `ApiRoute.fromOpenApi: 2 things are wrong
  options.operations[0]
    got       "listOrder"
    expected  the operationId of an operation of the document
    fix       write "listOrders"
  options.operations[1]
    got       "x"
    expected  the operationId of an operation of the document
    fix       correct it`,
  ],
  [
    "the first ten of many",
    () =>
      routesOf(
        documentWith({ parameters: Array.from({ length: 12 }, (_, i) => ({ $ref: `#/a/${i}` })) }),
      ),
    `ApiRoute.fromOpenApi: 12 things are wrong
  openapi.yaml:1:166 (/paths/~1orders/get/parameters/0/$ref)
    got       a $ref to "#/a/0", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:1:183 (/paths/~1orders/get/parameters/1/$ref)
    got       a $ref to "#/a/1", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:1:200 (/paths/~1orders/get/parameters/2/$ref)
    got       a $ref to "#/a/2", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:1:217 (/paths/~1orders/get/parameters/3/$ref)
    got       a $ref to "#/a/3", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:1:234 (/paths/~1orders/get/parameters/4/$ref)
    got       a $ref to "#/a/4", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:1:251 (/paths/~1orders/get/parameters/5/$ref)
    got       a $ref to "#/a/5", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:1:268 (/paths/~1orders/get/parameters/6/$ref)
    got       a $ref to "#/a/6", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:1:285 (/paths/~1orders/get/parameters/7/$ref)
    got       a $ref to "#/a/7", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:1:302 (/paths/~1orders/get/parameters/8/$ref)
    got       a $ref to "#/a/8", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  openapi.yaml:1:319 (/paths/~1orders/get/parameters/9/$ref)
    got       a $ref to "#/a/9", where there is nothing
    expected  a $ref to a parameter
    fix       correct it, or add what it leads to
  and 2 more`,
  ],
];

describe("what fromOpenApi refuses", () => {
  test.each(CASES)("%s", (_, call, message) => {
    expect(refusal(call)).toBe(message);
  });
});
