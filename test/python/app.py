"""The app of app.ts, in Python: one function, its alias, a custom domain, and as many
triggers as are asked for."""

import sys

from cdktf import App, TerraformStack, TerraformVariable
from fc_frontdoor import (
    AlicloudProvider,
    Code,
    CustomDomain,
    DomainCertificate,
    DomainRoute,
    DomainTls,
    HttpMethod,
    HttpTrigger,
    RouteRewrite,
    Runtime,
    TlsVersion,
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
    key = TerraformVariable(stack, "key", type="string", sensitive=True)
    certificate = TerraformVariable(stack, "certificate", type="string")
    CustomDomain(
        stack,
        "Api",
        domain_name="api.example.com",
        routes=[
            DomainRoute.to(orders),
            DomainRoute.to(
                live,
                path="/orders/*",
                methods=[HttpMethod.POST, HttpMethod.GET],
                rewrite=[RouteRewrite.wildcard("/orders/*", "/$1")],
            ),
        ],
        certificate=DomainCertificate.from_variables(
            certificate=certificate.string_value, private_key=key.string_value
        ),
        tls=DomainTls(min_version=TlsVersion.TLS_1_3),
    )
    app.synth()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
