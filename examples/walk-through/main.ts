/**
 * The vendor's walk-through "Configure and use an HTTP trigger": a trigger named http-trigger on
 * LATEST with GET, POST, PUT and DELETE and without authentication, and the cURL commands to try it.
 */
import { App, TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  Code,
  FrontDoor,
  HttpAuth,
  HttpMethod,
  HttpTrigger,
  Runtime,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
const stack = new TerraformStack(app, "walk-through");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });

const hello = new WebFunction(stack, "Hello", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromFolder("app"),
});

const trigger = new HttpTrigger(stack, "Http", {
  target: hello,
  triggerName: "http-trigger",
  methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE],
  auth: HttpAuth.anonymous(),
});
trigger.testCommands();

FrontDoor.of(trigger).acknowledge({
  rule: "http-trigger/anonymous-public",
  reason: "the walk-through calls the function from a shell, without a signature",
});

app.synth();
