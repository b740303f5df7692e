import { text } from "./check";

/** The address of a backend that a plugin names. */
export const address = text("an address");

/** The name of a VPC access, by which a plugin reaches a backend in a VPC. */
export const vpcAccessName = text("the name of a VPC access");

/** The path of calls of such a backend. */
export const path = text("a path");
