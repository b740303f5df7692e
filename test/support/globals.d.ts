/** Which cdktf a test runs on; see jest.config.mjs. Not set where a test runs once. */
declare const CDKTF_VARIANT: "cdktf" | "cdktn" | "cdktn-beside";

/** See conform-all.ts. */
declare function emitsWhatTheProviderRefuses(): void;
