// The app of test/python/app.ts in Go: one function, its alias, a custom domain, and as many
// triggers as are asked for.
package main

import (
	"fmt"
	"os"
	"strconv"

	fc "example.com/fc-frontdoor-go/fcfrontdoor"
	"github.com/aws/jsii-runtime-go"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()
	triggers, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	app := cdktf.NewApp(&cdktf.AppConfig{Outdir: jsii.String(os.Args[1])})
	stack := cdktf.NewTerraformStack(app, jsii.String("shop"))
	fc.NewAlicloudProvider(stack, jsii.String("alicloud"), &fc.AlicloudProviderConfig{
		Region: jsii.String("ap-southeast-1"),
	})
	orders := fc.NewWebFunction(stack, jsii.String("Orders"), &fc.WebFunctionProps{
		Runtime: fc.Runtime_NODEJS20(),
		Handler: jsii.String("index.handler"),
		Code: fc.Code_FromOss(&fc.OssCodeLocation{
			Bucket: jsii.String("acme-artifacts"),
			Object: jsii.String("orders/1f3a.zip"),
		}),
	})
	live := orders.AddAlias(jsii.String("live"), nil)
	methods := &[]fc.HttpMethod{fc.HttpMethod_POST, fc.HttpMethod_GET}
	for index := range triggers {
		fc.NewHttpTrigger(stack, jsii.String(fmt.Sprintf("Http%d", index)), &fc.HttpTriggerProps{
			Target:  live,
			Methods: methods,
		})
	}
	key := cdktf.NewTerraformVariable(stack, jsii.String("key"), &cdktf.TerraformVariableConfig{
		Type:      jsii.String("string"),
		Sensitive: jsii.Bool(true),
	})
	certificate := cdktf.NewTerraformVariable(stack, jsii.String("certificate"), &cdktf.TerraformVariableConfig{
		Type: jsii.String("string"),
	})
	fc.NewCustomDomain(stack, jsii.String("Api"), &fc.CustomDomainProps{
		DomainName: jsii.String("api.example.com"),
		Routes: &[]fc.DomainRoute{
			fc.DomainRoute_To(orders, nil),
			fc.DomainRoute_To(live, &fc.DomainRouteOptions{
				Path:    jsii.String("/orders/*"),
				Methods: methods,
				Rewrite: &[]fc.RouteRewrite{
					fc.RouteRewrite_Wildcard(jsii.String("/orders/*"), jsii.String("/$1")),
				},
			}),
		},
		Certificate: fc.DomainCertificate_FromVariables(&fc.CertificateVariables{
			Certificate: certificate.StringValue(),
			PrivateKey:  key.StringValue(),
		}),
		Tls: &fc.DomainTls{MinVersion: fc.TlsVersion_TLS_1_3},
	})
	app.Synth()
}
