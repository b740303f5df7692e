/** The app of app.py, in TypeScript. */
import { App, TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  Code,
  HttpMethod,
  HttpTrigger,
  Runtime,
  WebFunction,
} from "fc-frontdoor";

const [outdir, triggers] = process.argv.slice(2);
const app = new App({ outdir });
const stack = new TerraformStack(app, "shop");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });
const orders = new WebFunction(stack, "Orders", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromOss({ bucket: "acme-artifacts", object: "orders/1f3a.zip" }),
});
const live = orders.addAlias("live");
for (let index = 0; index < Number(triggers); index++) {
  new HttpTrigger(stack, `Http${index}`, {
    target: live,
    methods: [HttpMethod.POST, HttpMethod.GET],
  });
}
app.synth();
