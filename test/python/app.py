"""The app of app.ts, in Python: one function, its alias, and as many triggers on it as are asked for."""

import sys

from cdktf import App, TerraformStack
from fc_frontdoor import (
    AlicloudProvider,
    Code,
    HttpMethod,
    HttpTrigger,
    Runtime,
    WebFunction,
)


def main(outdir: str, triggers: int) -> None:
    app = App(outdir=outdir)
    stack = TerraformStack(app, "shop")
    AlicloudProvider(stack, "alicloud", region="ap-southeast-1")
    orders = WebFunction(
        stack,
        "Orders",
        runtime=Runtime.NODEJS20,
        handler="index.handler",
        code=Code.from_oss(bucket="acme-artifacts", object="orders/1f3a.zip"),
    )
    live = orders.add_alias("live")
    for index in range(triggers):
        HttpTrigger(
            stack,
            f"Http{index}",
            target=live,
            methods=[HttpMethod.POST, HttpMethod.GET],
        )
    app.synth()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
