"""A blueprint in Python: with constructs of its own, applied to an app, its findings in the error."""

import json
import tempfile
import unittest
from pathlib import Path

from cdktf import App, TerraformStack
from fc_frontdoor import (
    AlicloudProvider,
    Blueprint,
    BlueprintDefaults,
    BlueprintPolicy,
    BlueprintTarget,
    Bound,
    Code,
    HttpAuth,
    HttpMethod,
    HttpTrigger,
    HttpTriggerDefaults,
    Naming,
    Runtime,
    WebFunction,
    WebFunctionDefaults,
)


class AcmeBlueprint(Blueprint):
    def __init__(self) -> None:
        super().__init__(
            name="acme-blueprint",
            version="2.1.0",
            library=">=0.1.0",
            defaults=BlueprintDefaults(
                web_function=WebFunctionDefaults(
                    memory_size_mb=512, tags={"org": "acme"}, runtime=Runtime.NODEJS20
                ),
                http_trigger=HttpTriggerDefaults(
                    disable_internet_url=True, auth=HttpAuth.anonymous()
                ),
            ),
            bounds=[
                Bound.locked(BlueprintTarget.HTTP_TRIGGER, "disableInternetUrl"),
                Bound.one_of(BlueprintTarget.WEB_FUNCTION, "runtime", "nodejs20", "python3.12"),
            ],
            required_tags=["org"],
            naming=[Naming.of(BlueprintTarget.WEB_FUNCTION, "^shop-")],
            policy=BlueprintPolicy(
                rules={"http-trigger/count": {"level": "error", "most": 5}}, waivers=False
            ),
        )

    def _on_apply(self, scope) -> None:
        stack = TerraformStack(scope, "baseline")
        AlicloudProvider(stack, "alicloud", region="ap-southeast-1")


def make(outdir: str, **http) -> App:
    app = App(outdir=outdir)
    AcmeBlueprint().apply_to(app)
    stack = TerraformStack(app, "shop")
    AlicloudProvider(stack, "alicloud", region="ap-southeast-1")
    orders = WebFunction(
        stack,
        "Orders",
        code=Code.from_oss(bucket="acme-artifacts", object="orders/1f3a.zip"),
        tags={"team": "checkout"},
    )
    HttpTrigger(stack, "Http", target=orders, methods=[HttpMethod.GET], **http)
    return app


class BlueprintTest(unittest.TestCase):
    def test_its_defaults_and_its_constructs_are_there(self) -> None:
        with tempfile.TemporaryDirectory() as outdir:
            make(outdir).synth()
            stack = json.loads(Path(outdir, "stacks/shop/cdk.tf.json").read_text())
            function = stack["resource"]["alicloud_fcv3_function"]["Orders"]
            self.assertEqual(function["memory_size"], 512)
            self.assertEqual(function["runtime"], "nodejs20")
            self.assertEqual(function["tags"], {"org": "acme", "team": "checkout"})
            trigger = stack["resource"]["alicloud_fcv3_trigger"]["Http"]
            config = json.loads(trigger["trigger_config"])
            self.assertEqual(config["authType"], "anonymous")
            self.assertTrue(config["disableURLInternet"])
            self.assertTrue(Path(outdir, "stacks/baseline/cdk.tf.json").exists())

    def test_a_bound_that_is_broken_stops_the_synth(self) -> None:
        with tempfile.TemporaryDirectory() as outdir:
            with self.assertRaises(RuntimeError) as caught:
                make(outdir, disable_internet_url=False).synth()
            self.assertIn("blueprint/bounds", str(caught.exception))
            self.assertIn("true, locked by acme-blueprint 2.1.0", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
