import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { TerraformVariable } from "cdktf";
import { unzipSync } from "fflate";
import { Code, type FolderCodeOptions, Runtime, WebFunction } from "../../lib";
import { Project, thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

/** A folder with files by path. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "code-"));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

const FILES = { "server.js": "listen()", "lib/a.js": "a", "lib/a.test.js": "test a" };

/** What a function with this code emits, and the zip file beside it. */
function emitted(code: Code) {
  const project = new Project();
  const app = project.app();
  const stack = stackOf("prod", app);
  new WebFunction(stack, "Orders", { ...minimal, code });
  app.synth();
  const { resource } = project.stack("prod");
  const base = path.join(project.folder, "stacks/prod");
  return {
    code: resource.alicloud_fcv3_function.Orders.code,
    uploaded: Object.values<Record<string, string>>(resource.alicloud_oss_bucket_object ?? {})[0],
    read: (file: string) => readFileSync(path.join(base, file)),
  };
}

const sent = (folder: string, options?: FolderCodeOptions) => {
  const { code, read } = emitted(Code.fromFolder(folder, options));
  const [, file] = /^\$\{filebase64\("(.*)"\)\}$/.exec(code.zip_file) ?? [];
  return { file, bytes: read(file) };
};

const namesIn = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes));

describe("code in OSS", () => {
  test("is named by bucket, object and checksum", () => {
    const code = Code.fromOss({ bucket: "artifacts", object: "a.zip", checksum: "42" });
    expect(emitted(code).code).toEqual({
      oss_bucket_name: "artifacts",
      oss_object_name: "a.zip",
      checksum: "42",
    });
  });

  test("is refused without an object", () => {
    const code = Code.fromOss({ bucket: "artifacts" } as never);
    const make = () => new WebFunction(stackOf(), "Orders", { ...minimal, code });
    expect(thrownBy(make)).toContain("  code.object\n    got       nothing\n");
  });
});

describe("a folder", () => {
  test("is sent with the function, where there is no bucket", () => {
    const { file, bytes } = sent(folderOf(FILES));
    expect(file).toMatch(/^assets\/Orders_Code_[0-9A-F]{8}\/[0-9a-f]{32}\/code\.zip$/);
    const files = Object.entries(unzipSync(bytes)).map(([name, content]) => [
      name,
      Buffer.from(content).toString(),
    ]);
    expect(Object.fromEntries(files)).toEqual(FILES);
  });

  test("is uploaded to a bucket under a name that holds its digest", () => {
    const { code, uploaded, read } = emitted(
      Code.fromFolder(folderOf(FILES), { bucket: "artifacts" }),
    );
    expect(uploaded).toMatchObject({
      bucket: "artifacts",
      key: expect.stringMatching(/^prod-Orders\/[0-9a-f]{32}\.zip$/),
      source: expect.stringMatching(/^assets\/Orders_Code_[0-9A-F]{8}\/[0-9a-f]{32}\/code\.zip$/),
    });
    expect(code).toEqual({
      oss_bucket_name: expect.stringMatching(
        /^\$\{alicloud_oss_bucket_object\.Orders_Code_\w+\.bucket\}$/,
      ),
      oss_object_name: expect.stringMatching(
        /^\$\{alicloud_oss_bucket_object\.Orders_Code_\w+\.key\}$/,
      ),
    });
    expect(namesIn(read(uploaded.source)).sort()).toEqual(Object.keys(FILES).sort());
  });

  test("is uploaded under a name that begins as it is said", () => {
    const options = { bucket: "artifacts", keyPrefix: "shop/orders-" };
    expect(emitted(Code.fromFolder(folderOf(FILES), options)).uploaded.key).toMatch(
      /^shop\/orders-[0-9a-f]{32}\.zip$/,
    );
  });

  test("gives the same bytes whenever, wherever and in whatever order it was made", () => {
    const first = folderOf(FILES);
    const second = folderOf(Object.fromEntries(Object.entries(FILES).reverse()));
    utimesSync(path.join(second, "server.js"), 1, 1);
    chmodSync(path.join(second, "server.js"), 0o700);
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    const there = sent(second);
    process.env.TZ = zone;
    expect(there).toEqual(sent(first));
  });

  test("has another name where its content changes, a file's name included", () => {
    const { file } = sent(folderOf(FILES));
    expect(sent(folderOf({ ...FILES, "server.js": "close()" })).file).not.toBe(file);
    const { "server.js": content, ...rest } = FILES;
    expect(sent(folderOf({ ...rest, "main.js": content })).file).not.toBe(file);
  });

  test("can be executed", () => {
    const { bytes } = sent(folderOf({ bootstrap: "#!/bin/sh" }));
    const central = bytes.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
    expect(bytes.readUInt32LE(central + 38) >>> 16).toBe(0o100755);
  });

  test("leaves out what is excluded, and folders whole", () => {
    const folder = folderOf({
      ...FILES,
      ".env": "x",
      "node_modules/.cache/b": "y",
      "docs/a.md": "z",
    });
    const exclude = ["**/*.test.js", "node_modules/.cache", ".env", "docs"];
    expect(namesIn(sent(folder, { exclude }).bytes)).toEqual(["lib/a.js", "server.js"]);
  });

  test("is followed through links, but not in a circle", () => {
    const folder = folderOf(FILES);
    symlinkSync(folderOf({ "b.js": "b" }), path.join(folder, "linked"));
    symlinkSync(folder, path.join(folder, "lib/up"));
    expect(namesIn(sent(folder).bytes)).toEqual([
      "lib/a.js",
      "lib/a.test.js",
      "linked/b.js",
      "server.js",
    ]);
  });

  test("is relative to the folder of cdktf.json", () => {
    const project = folderOf({ "cdktf.json": "{}", "dist/server.js": "listen()" });
    const app = new Project().app({ context: { cdktfJsonPath: path.join(project, "cdktf.json") } });
    const stack = stackOf("prod", app);
    const code = Code.fromFolder("dist");
    expect(() => new WebFunction(stack, "Orders", { ...minimal, code })).not.toThrow();
  });

  test("replaces what an earlier synth wrote", () => {
    const project = new Project();
    const write = (content: string) => {
      const app = project.app();
      const code = Code.fromFolder(folderOf({ "server.js": content }));
      new WebFunction(stackOf("prod", app), "Orders", { ...minimal, code });
      app.synth();
      return /"(assets.*)"/.exec(
        project.stack("prod").resource.alicloud_fcv3_function.Orders.code.zip_file,
      )![1];
    };
    const first = write("one");
    const second = write("two");
    expect(project.has(`stacks/prod/${first}`)).toBe(false);
    expect(project.has(`stacks/prod/${second}`)).toBe(true);
  });

  test("makes another current version where it changes, uploaded or not", () => {
    const digests = (content: string, options?: FolderCodeOptions) => {
      const stack = stackOf();
      const code = Code.fromFolder(folderOf({ "server.js": content }), options);
      void new WebFunction(stack, "Orders", { ...minimal, code }).currentVersion;
      const { alicloud_fcv3_function_version, alicloud_oss_bucket_object } = resourcesOf(stack);
      return [alicloud_fcv3_function_version, alicloud_oss_bucket_object].map((it) =>
        JSON.stringify(it),
      );
    };
    expect(digests("one")).not.toEqual(digests("two"));
    // Terraform digests the object's name itself.
    const [version, object] = digests("one", { bucket: "b" });
    expect(version).toMatch(/alicloud_oss_bucket_object\.Orders_Code_\w+\.key/);
    expect(digests("two", { bucket: "b" })[1]).not.toBe(object);
  });

  test("can be the code of two functions", () => {
    const project = new Project();
    const app = project.app();
    const stack = stackOf("prod", app);
    const code = Code.fromFolder(folderOf(FILES), { bucket: "artifacts" });
    new WebFunction(stack, "Orders", { ...minimal, code });
    new WebFunction(stack, "Refunds", { ...minimal, code });
    app.synth();
    expect(Object.keys(project.stack("prod").resource.alicloud_oss_bucket_object)).toHaveLength(2);
  });
});

describe("a zip file", () => {
  const zip = (content = "PK\x05\x06") =>
    path.join(folderOf({ "orders.zip": content }), "orders.zip");

  test("travels as it is", () => {
    const { code, read } = emitted(Code.fromZipFile(zip("PK\x05\x06 and more")));
    const [, file] = /"(.*)"/.exec(code.zip_file)!;
    expect(read(file).toString()).toBe("PK\x05\x06 and more");
  });

  test("can be uploaded to a bucket that is known only when Terraform runs", () => {
    const stack = stackOf();
    const bucket = new TerraformVariable(stack, "bucket", { type: "string" }).stringValue;
    const code = Code.fromZipFile(zip(), { bucket });
    new WebFunction(stack, "Orders", { ...minimal, code });
    expect(Object.values(resourcesOf(stack).alicloud_oss_bucket_object)[0].bucket).toBe(
      "${var.bucket}",
    );
  });
});

describe("code that is not there", () => {
  const message = (code: Code) =>
    thrownBy(() => new WebFunction(stackOf(), "Orders", { ...minimal, code }));

  test("is named with what to do", () => {
    expect(message(Code.fromFolder("/nowhere"))).toContain(`  code.path
    got       "/nowhere", which is no folder
    expected  a folder with the function's code
    fix       build the code first, or correct the path`);
    expect(message(Code.fromZipFile("/nowhere.zip"))).toContain(`  code.path
    got       "/nowhere.zip", which is no file
    expected  a zip file
    fix       build it first, or correct the path`);
  });

  test.each([
    ["an empty folder", Code.fromFolder(folderOf({})), "in which there is no file"],
    ["a folder for a file", Code.fromZipFile(tmpdir()), "which is no file"],
    ["another kind of file", Code.fromZipFile(__filename), "which is another kind of file"],
    ["no path", Code.fromFolder(undefined as never), "no text"],
    ["no path of a file", Code.fromZipFile(7 as never), "no text"],
  ])("such as %s", (_, code, got) => {
    expect(message(code)).toContain(got);
  });

  test("options that there are not, and patterns that are none", () => {
    const folder = folderOf(FILES);
    expect(message(Code.fromFolder(folder, { bukket: "b" } as never))).toContain(
      "  code.bukket\n    got       a prop of an unknown name\n    expected  bucket\n",
    );
    expect(message(Code.fromFolder(folder, { exclude: "docs" } as never))).toContain(
      "  code.exclude\n    got       a string\n",
    );
    expect(message(Code.fromZipFile(folder, { exclude: [] } as never))).toContain(
      "  code.exclude\n",
    );
  });

  test("an image without an address", () => {
    const make = () =>
      new WebFunction(stackOf(), "Orders", {
        runtime: Runtime.CUSTOM_CONTAINER,
        code: Code.fromImage(""),
      });
    expect(thrownBy(make)).toContain('  code.image\n    got       ""\n');
  });

  test("a zip file that is too large to be sent, but not to be uploaded", () => {
    const folder = folderOf({});
    const file = path.join(folder, "large.zip");
    const bytes = Buffer.alloc(101 * 1024 * 1024);
    bytes.write("PK");
    writeFileSync(file, bytes);
    expect(message(Code.fromZipFile(file))).toContain(`  code
    got       a zip file of 101 MB
    expected  at most 100 MB in a request
    fix       name a bucket that it is uploaded to: { bucket: … }`);
    const code = Code.fromZipFile(file, { bucket: "artifacts" });
    expect(() => new WebFunction(stackOf(), "Orders", { ...minimal, code })).not.toThrow();
  });
});
