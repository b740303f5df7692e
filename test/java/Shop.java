import com.fcfrontdoor.AlicloudProvider;
import com.fcfrontdoor.CertificateVariables;
import com.fcfrontdoor.Code;
import com.fcfrontdoor.CustomDomain;
import com.fcfrontdoor.DomainCertificate;
import com.fcfrontdoor.DomainRoute;
import com.fcfrontdoor.DomainRouteOptions;
import com.fcfrontdoor.DomainTls;
import com.fcfrontdoor.FunctionAlias;
import com.fcfrontdoor.HttpMethod;
import com.fcfrontdoor.HttpTrigger;
import com.fcfrontdoor.OssCodeLocation;
import com.fcfrontdoor.RouteRewrite;
import com.fcfrontdoor.Runtime;
import com.fcfrontdoor.TlsVersion;
import com.fcfrontdoor.WebFunction;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import java.util.List;

/**
 * The app of test/python/app.ts in Java: one function, its alias, a custom domain, and as many
 * triggers as are asked for.
 */
public final class Shop {
  public static void main(String[] args) {
    App app = new App(AppConfig.builder().outdir(args[0]).build());
    TerraformStack stack = new TerraformStack(app, "shop");
    AlicloudProvider.Builder.create(stack, "alicloud").region("ap-southeast-1").build();
    WebFunction orders =
        WebFunction.Builder.create(stack, "Orders")
            .runtime(Runtime.NODEJS20)
            .handler("index.handler")
            .code(
                Code.fromOss(
                    OssCodeLocation.builder()
                        .bucket("acme-artifacts")
                        .object("orders/1f3a.zip")
                        .build()))
            .build();
    FunctionAlias live = orders.addAlias("live");
    List<HttpMethod> methods = List.of(HttpMethod.POST, HttpMethod.GET);
    for (int index = 0; index < Integer.parseInt(args[1]); index++) {
      HttpTrigger.Builder.create(stack, "Http" + index).target(live).methods(methods).build();
    }
    TerraformVariable key =
        TerraformVariable.Builder.create(stack, "key").type("string").sensitive(true).build();
    TerraformVariable certificate =
        TerraformVariable.Builder.create(stack, "certificate").type("string").build();
    CustomDomain.Builder.create(stack, "Api")
        .domainName("api.example.com")
        .routes(
            List.of(
                DomainRoute.to(orders),
                DomainRoute.to(
                    live,
                    DomainRouteOptions.builder()
                        .path("/orders/*")
                        .methods(methods)
                        .rewrite(List.of(RouteRewrite.wildcard("/orders/*", "/$1")))
                        .build())))
        .certificate(
            DomainCertificate.fromVariables(
                CertificateVariables.builder()
                    .certificate(certificate.getStringValue())
                    .privateKey(key.getStringValue())
                    .build()))
        .tls(DomainTls.builder().minVersion(TlsVersion.TLS_1_3).build())
        .build();
    app.synth();
  }

  private Shop() {}
}
