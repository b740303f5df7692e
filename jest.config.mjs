/**
 * What builds on cdktf runs three times: on cdktf, on its fork cdktn under cdktf's name (as
 * `cdktf@npm:cdktn@…` installs it), and with an app that imports cdktn while the library gets a
 * second copy of it. The rest knows nothing of cdktf and runs once.
 */
const onceOnly = [
  "alicloud",
  "cli",
  "docs",
  "facts",
  "graph",
  "package",
  "policy",
  "report",
  "rules",
  "support",
];

const common = {
  rootDir: import.meta.dirname,
  testEnvironment: "node",
  transform: {
    "\\.ts$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "commonjs" },
      },
    ],
  },
  // dist/ and packages/ hold a second package.json of the same name.
  modulePathIgnorePatterns: ["<rootDir>/(dist|packages|tools|\\.cache)/"],
  // Examples import the package by its name.
  moduleNameMapper: {
    "^fc-frontdoor$": "<rootDir>/lib",
    "^fc-frontdoor/(.*)$": "<rootDir>/lib/$1",
    "^fast-check$": "<rootDir>/test/support/fast-check.cjs",
  },
};

/** What needs more than Node, and is run where it is found. */
const withTools = ["shell"];

const onCdktf = (variant, settings) => ({
  ...common,
  ...settings,
  displayName: variant,
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: [`<rootDir>/test/(${[...onceOnly, ...withTools].join("|")})/`],
  globals: { CDKTF_VARIANT: variant },
  setupFilesAfterEnv: ["<rootDir>/test/support/conform-all.ts"],
});

export default {
  projects: [
    {
      ...common,
      displayName: "plain",
      testMatch: [`<rootDir>/test/(${onceOnly.join("|")})/**/*.test.ts`],
    },
    {
      ...common,
      displayName: "shell",
      testMatch: [`<rootDir>/test/(${withTools.join("|")})/**/*.test.ts`],
    },
    onCdktf("cdktf"),
    onCdktf("cdktn", {
      moduleNameMapper: { ...common.moduleNameMapper, "^cdktf(/.*)?$": "cdktn$1" },
    }),
    onCdktf("cdktn-beside", { resolver: "<rootDir>/test/support/resolve-beside.cjs" }),
  ],
};
