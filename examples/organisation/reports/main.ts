/**
 * The figures of the last quarter, for anybody. Its frontdoor.yaml accepts that the function is open;
 * that a tag is missing and where the code comes from is shown in each pull request.
 */
import { App, TerraformStack } from "cdktf";
import { acme } from "acme-blueprint";
import {
  AlicloudProvider,
  Code,
  HttpAuth,
  HttpMethod,
  HttpTrigger,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
acme.applyTo(app);

const stack = new TerraformStack(app, "reports");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });

const reports = new WebFunction(stack, "Reports", {
  functionName: "acme-reports",
  description: "shows the figures of the last quarter",
  code: Code.fromOss({ bucket: "reports-uploads", object: "reports.zip" }),
  timeoutSeconds: 60,
  tags: { team: "reports" },
});
new HttpTrigger(stack, "Http", {
  target: reports,
  methods: [HttpMethod.GET],
  auth: HttpAuth.anonymous(),
  disableInternetUrl: false,
});

app.synth();
