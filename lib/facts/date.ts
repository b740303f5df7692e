import type { Problem } from "./problem";

/** The present day in UTC, `YYYY-MM-DD`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What is wrong with a day as text: not `YYYY-MM-DD`, or no day of the calendar. */
export function dateProblem(text: string): Problem | undefined {
  const problem = {
    got: JSON.stringify(text),
    expected: "a day as YYYY-MM-DD",
  };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return { ...problem, fix: "write year, month and day, such as 2027-03-31" };
  }
  const day = new Date(`${text}T00:00:00Z`);
  // Some engines take 31 February for a day in March.
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return exists ? undefined : { ...problem, fix: "write a day that the calendar has" };
}
