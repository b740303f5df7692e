import { fileIn } from "../../lib/facts/file-in";

test.each([
  ["app/infra", "main.ts", "app/infra/main.ts"],
  ["..", "src/main.ts", "../src/main.ts"],
  ["app/infra", "../shared/queue.ts", "app/shared/queue.ts"],
  [".", "./main.ts", "./main.ts"],
  [undefined, "main.ts", "main.ts"],
  ["app", "/srv/main.ts", "/srv/main.ts"],
  ["app", "C:/srv/main.ts", "C:/srv/main.ts"],
  ["app", "", ""],
])("in the folder %s the file %s is %s", (folder, file, name) => {
  expect(fileIn(folder, file)).toBe(name);
});
