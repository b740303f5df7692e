import * as path from "node:path";
import { RECOMMENDED, findPolicyFile, policyFor, readPolicyFile } from "../../lib/policy";
import { folderWith } from "../support/folder";

describe("the policy file is found", () => {
  test.each(["frontdoor.yaml", "frontdoor.yml", "frontdoor.json"])("as %s", (name) => {
    const folder = folderWith({ [name]: "{}" });
    expect(findPolicyFile(folder)).toBe(path.join(folder, name));
  });

  test("upwards, the nearest one, as far as the repository's root", () => {
    const folder = folderWith({
      "frontdoor.yaml": "",
      "repo/.git/": "",
      "repo/frontdoor.yaml": "",
      "repo/app/frontdoor.json": "{}",
      "repo/app/cdktf.out/": "",
      "repo/other/deep/": "",
      "bare/.git/": "",
      "bare/app/": "",
    });
    const find = (at: string): string | undefined => {
      const found = findPolicyFile(path.join(folder, at));
      return found && path.relative(folder, found);
    };
    expect(find("repo/app/cdktf.out")).toBe("repo/app/frontdoor.json");
    expect(find("repo/other/deep")).toBe("repo/frontdoor.yaml");
    expect(find("repo")).toBe("repo/frontdoor.yaml");
    expect(find("bare/app")).toBeUndefined();
  });

  test("where .git is a file, as in a worktree, that is the root too", () => {
    const folder = folderWith({ "frontdoor.yaml": "", "tree/.git": "gitdir: x", "tree/app/": "" });
    expect(findPolicyFile(path.join(folder, "tree/app"))).toBeUndefined();
  });
});

test("without a policy file the catalogue holds as it is", () => {
  expect(policyFor(folderWith({ ".git/": "" }))).toBe(RECOMMENDED);
});

test("messages name the file relative to where the work started", () => {
  const folder = folderWith({ "frontdoor.yaml": "rules: 1", "app/": "" });
  expect(() => policyFor(path.join(folder, "app"))).toThrow(
    "../frontdoor.yaml:1:8: rules is 1, not an object; make it an object",
  );
});

test("two policy files in one folder are refused", () => {
  const folder = folderWith({ "frontdoor.yaml": "", "frontdoor.json": "{}" });
  expect(() => policyFor(folder)).toThrow(
    "frontdoor.yaml: there is frontdoor.json beside it; keep one of them",
  );
});

test("a policy file that cannot be read is refused", () => {
  const folder = folderWith({ "frontdoor.yaml/": "" });
  expect(() => policyFor(folder)).toThrow(
    "frontdoor.yaml: it cannot be read (EISDIR); make it a file that can be read",
  );
  expect(() => readPolicyFile(path.join(folder, "none.yaml"), folder)).toThrow(
    "none.yaml: it cannot be read (ENOENT)",
  );
});
