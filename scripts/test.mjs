import { Failure, main } from "./main.mjs";
import { prepareSources } from "./prepare.mjs";

/**
 * npm test [-- SUITE…]
 * The last line on standard output is the count over all suites: `N passed, N failed`.
 *
 * A suite is `{ name, needsBuild?, run() }`; run() gives `{ passed, failed }`, or `{ notRun }` with
 * the reason where the machine lacks the tool for it, or both. A suite that throws has failed.
 */
await main(async () => {
  const total = { passed: 0, failed: 0 };
  try {
    await prepareSources();
    for (const suite of await chosen(process.argv.slice(2))) {
      const { passed = 0, failed = 0 } = await report(suite);
      total.passed += passed;
      total.failed += failed;
    }
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    total.failed += 1;
  }
  if (total.passed + total.failed === 0) total.failed = 1; // no test is no success
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
});

async function allSuites() {
  const { build, format, lint, types } = await import("./suites/checks.mjs");
  const { shell, unit } = await import("./suites/jest.mjs");
  const { bindings } = await import("./suites/bindings.mjs");
  const { packed } = await import("./suites/package.mjs");
  const { compatible } = await import("./suites/compatible.mjs");
  const { licences } = await import("./suites/licences.mjs");
  const { reference } = await import("./suites/reference.mjs");
  const { docs } = await import("./suites/docs.mjs");
  const { firstApi } = await import("./suites/first-api.mjs");
  const { pipelines } = await import("./suites/pipelines.mjs");
  const { organisation } = await import("./suites/organisation.mjs");
  const { python } = await import("./suites/python.mjs");
  const { go } = await import("./suites/go.mjs");
  const { java } = await import("./suites/java.mjs");
  const { csharp } = await import("./suites/csharp.mjs");
  const { cdktfCli } = await import("./suites/cdktf-cli.mjs");
  return [
    lint,
    format,
    types,
    unit,
    shell,
    build,
    bindings,
    packed,
    compatible,
    licences,
    reference,
    docs,
    firstApi,
    pipelines,
    organisation,
    cdktfCli,
    python,
    go,
    java,
    csharp,
  ];
}

async function chosen(names) {
  const suites = await allSuites();
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = suites.map((suite) => suite.name).join(", ");
    throw new Failure(`no suite ${unknown.join(", ")}; there are ${known}`);
  }
  return names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name));
}

async function report({ name, needsBuild, run }) {
  const start = performance.now();
  const result = await attempt(async () => {
    if (needsBuild) await (await import("./dist.mjs")).makeDist();
    return run();
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { passed = 0, failed = 0, notRun } = result;
  const outcome = [
    passed + failed > 0 && `${passed} of ${passed + failed} passed (${seconds} s)`,
    notRun && `not run: ${notRun}`,
  ];
  console.log(`${name.padEnd(12)} ${outcome.filter(Boolean).join("; ")}`);
  return result;
}

async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}
