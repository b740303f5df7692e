/** The front doors of Alibaba Cloud Function Compute 3.0 as CDK for Terraform constructs. */
export {
  AlicloudProvider,
  AlicloudProviderAssumeRole,
  AlicloudProviderAssumeRoleWithOidc,
  AlicloudProviderConfig,
  AlicloudProviderEndpoints,
  AlicloudProviderFeatures,
  AlicloudProviderFeaturesEcsInstance,
  AlicloudProviderSignVersion,
} from "./alicloud/provider";
export * from "./api-gateway";
export * from "./blueprints";
export * from "./custom-domain";
export * from "./function";
export * from "./http-trigger";
export * from "./synth/front-door";
export * from "./synth/construct-props";
