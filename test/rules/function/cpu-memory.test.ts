import fc from "fast-check";
import { cpuMemory } from "../../../lib/rules/function/cpu-memory";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

const judge = (cpu: unknown, memory_size: unknown, variable = {}) =>
  judgedFunction(
    cpuMemory,
    { cpu: cpu as number, memory_size: memory_size as number },
    { variable },
  );

describe("function/cpu-memory", () => {
  testPage(cpuMemory);

  test.each([
    [0.05, 128],
    [0.35, 512],
    [1, 1024],
    [1, 4096],
    [16, 32768],
    ["0.5", "512"],
    [null, 512],
    [2, null],
    [null, null],
  ])("%p vCPU with %p MB are right", (cpu, memory) => {
    expect(judge(cpu, memory)).toEqual(SATISFIED);
  });

  test("every step of a twentieth is right, as JSON writes it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 320 }), fc.boolean(), (steps, summed) => {
        let cpu = steps / 20;
        if (summed) {
          cpu = 0;
          for (let i = 0; i < steps; i++) cpu += 0.05;
        }
        expect(judge(cpu, null)).toEqual(SATISFIED);
      }),
    );
  });

  test.each([
    [0, "0 vCPU"],
    [0.04, "0.04 vCPU"],
    [0.33, "0.33 vCPU"],
    [16.05, "16.05 vCPU"],
    [-1, "-1 vCPU"],
    ["many", '"many"'],
    [true, "true"],
  ])("%p vCPU are refused", (cpu, shown) => {
    expect(got(cpuMemory, { cpu, memory_size: 512 })).toEqual([shown]);
  });

  test.each([64, 100, 127, 32832, 512.5, 0])("%p MB are refused", (memory) => {
    expect(got(cpuMemory, { memory_size: memory })).toEqual([`${memory} MB`]);
  });

  test.each([
    [1, 960, "from 1024 to 4096 MB"],
    [1, 4160, "from 1024 to 4096 MB"],
    [0.05, 256, "from 128 to 192 MB"],
    [16, 8192, "from 16384 to 32768 MB"],
  ])("%p vCPU with %p MB are refused", (cpu, memory, fix) => {
    const { violated } = judge(cpu, memory);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain(`fix       write ${fix} for ${cpu} vCPU`);
  });

  test("one that is wrong hides the two together", () => {
    expect(judge(0.33, 32768).violated).toHaveLength(1);
  });

  test("what is not known is asked for, what is known is judged", () => {
    const variable = { cpu: { type: "number" }, memory: { default: 512 } };
    expect(judge("${var.cpu}", 100, variable)).toEqual({
      violated: [expect.stringContaining("100 MB")],
      undecided: ["alicloud_fcv3_function.f cpu: needs var.cpu"],
    });
    expect(judge(1, "${var.memory}", variable).violated[0]).toContain(
      "1 vCPU with 512 MB (by the default of var.memory)",
    );
  });

  test.each(STRANGE)("%j does not stop it", (value) => void judge(value, value));
});
