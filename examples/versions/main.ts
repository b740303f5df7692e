/**
 * A web server on a custom runtime, published as a version behind an alias: the trigger is on the
 * alias, so a new version takes over when the alias moves, and callers sign their requests.
 */
import { App, TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  Code,
  HttpMethod,
  HttpTrigger,
  Layer,
  Runtime,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
const stack = new TerraformStack(app, "versions");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });

const orders = new WebFunction(stack, "Orders", {
  runtime: Runtime.CUSTOM_DEBIAN12,
  code: Code.fromOss({ bucket: "acme-artifacts", object: "orders/1f3a9c.zip" }),
  layers: [Layer.official("Nodejs20", 3)], // a custom runtime has no node of its own
  server: {
    command: ["/opt/nodejs20/bin/node", "server.js"],
    port: 9000,
    healthCheck: { path: "/health" },
  },
  cpu: 0.5,
  memorySizeMb: 512,
  timeoutSeconds: 30,
  logs: { project: "acme-orders", logstore: "functions" },
});

const trigger = new HttpTrigger(stack, "Http", {
  target: orders.addAlias("live"),
  methods: [HttpMethod.GET, HttpMethod.POST],
});
trigger.testCommands();

app.synth();
