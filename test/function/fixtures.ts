import { Code, Layer, Runtime, type WebFunctionProps } from "../../lib";

/** The least that a function needs. */
export const minimal: WebFunctionProps = {
  runtime: Runtime.CUSTOM_DEBIAN12,
  code: Code.fromOss({ bucket: "artifacts", object: "orders/1f3a.zip" }),
};

/** A Node.js server on a custom runtime. */
export const server: WebFunctionProps = {
  ...minimal,
  layers: [Layer.official("Nodejs20", 3)],
  server: { command: ["/opt/nodejs20/bin/node", "server.js"], port: 9000 },
};
