/** How a gateway calls a function. */
export * from "./backend-props";
export * from "./gateway-backend";
export * from "./gateway-role";
