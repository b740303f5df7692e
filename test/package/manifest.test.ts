import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const read = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), "utf8"));

/** The package, and the tools that have a lock file of their own. */
const folders = [".", ...readdirSync(join(root, "tools")).map((name) => `tools/${name}`)].filter(
  (folder) => existsSync(join(root, folder, "package.json")),
);

interface Locked {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

describe.each(folders)("the packages that %s installs", (folder) => {
  const { dependencies, devDependencies } = read(folder, "package.json");
  const lock: Record<string, Locked> = read(folder, "package-lock.json").packages;

  it("are pinned", () => {
    for (const range of Object.values<string>({ ...dependencies, ...devDependencies })) {
      expect(range).toMatch(/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/);
    }
  });

  it("come from whichever registry a machine uses", () => {
    expect(Object.values(lock).filter(({ resolved }) => resolved)).toEqual([]);
  });

  // `npm ci` refuses a lock file that lacks one, on every platform.
  it("are locked for every platform", () => {
    const optional = Object.values(lock).flatMap((one) =>
      Object.keys(one.optionalDependencies ?? {}),
    );
    const locked = Object.keys(lock);
    const missing = optional.filter((name) => !locked.some((path) => path.endsWith(`/${name}`)));
    expect(missing).toEqual([]);
  });
});

describe("the package", () => {
  const manifest = read("package.json");

  it("has no run-time dependencies", () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it("runs nothing when it is installed", () => {
    const scripts = ["preinstall", "install", "postinstall", "prepare", "prepublish"];
    expect(Object.keys(manifest.scripts).filter((name) => scripts.includes(name))).toEqual([]);
  });
});
