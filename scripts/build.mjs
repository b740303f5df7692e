import { main } from "./main.mjs";
import { prepare } from "./prepare.mjs";

await main(prepare);
