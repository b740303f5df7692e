import { type Rule, show, undecided, violated } from "fc-frontdoor/check";

/** What the build has tested and signed is in one bucket, and people cannot write to it. */
export const codeOrigin: Rule = {
  id: "acme/code-origin",
  level: "warning",
  title: "the code of a function is what the build has put into its bucket",
  help: "https://handbook.acme.example.com/code-origin",
  options: { bucket: { type: "text", about: "the build's bucket; default acme-artifacts" } },
  *evaluate(graph, { settings }) {
    const bucket = String(settings?.bucket ?? "acme-artifacts");
    const attribute = "code.oss_bucket_name";
    const message = "a function runs what the build has made";
    for (const { resource } of graph.functions) {
      const origin = resource.get("code", "oss_bucket_name");
      if (origin.isUnknown) yield undecided(resource, { attribute, message }, [origin]);
      if (origin.isUnknown || origin.text === bucket) continue;
      yield violated(resource, {
        attribute,
        message,
        got: origin.isNull ? "code that is not in a bucket" : show(origin),
        expected: `an object in ${bucket}`,
        fix: "let the build make the archive, and name its object",
      });
    }
  },
};
