import { DomainDns } from "../../lib";
import { document, frontIn } from "./fixtures";

test("the commands of a wildcard domain ask for the name that is meant", () => {
  const { output } = document((stack) => {
    frontIn(stack, () => ({
      group: { basePath: "/v1" },
      domain: {
        domainName: "*.example.com",
        dns: DomainDns.inZone("example.com"),
        certificateElsewhere: true,
      },
    })).testCommands();
  });
  const [command] = Object.values(output) as { value: string; description: string }[];
  expect(command.value).toBe('curl -v "https://$CA_HOST/v1/orders"');
  expect(command.description).toBe(
    "calls GET_orders on the stage RELEASE; set CA_HOST in the shell first",
  );
});
