"""A real Python app on the jsii build: the same resources as in TypeScript, and the same errors."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
ROOT = Path(os.environ["FC_FRONTDOOR_ROOT"])


def run(command: list[str]) -> subprocess.CompletedProcess:
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)


def in_python(outdir: str, triggers: int) -> subprocess.CompletedProcess:
    return run([sys.executable, "app.py", outdir, str(triggers)])


def in_typescript(outdir: str, triggers: int) -> subprocess.CompletedProcess:
    return run([os.environ["NODE"], "--import", "tsx", "app.ts", outdir, str(triggers)])


def resources(outdir: str) -> dict:
    """The resources that were written, without the line of TypeScript that each came from."""
    text = (Path(outdir) / "stacks" / "shop" / "cdk.tf.json").read_text(encoding="utf-8")
    found = json.loads(text)["resource"]
    for named in found.values():
        for body in named.values():
            note = body["//"].get("fc-frontdoor", {})
            note.pop("location", None)
            if not note:
                body["//"].pop("fc-frontdoor", None)
    return found


def report(stderr: str) -> str:
    """The report in what a program printed as it died; Python prints it last without indentation."""
    start = stderr.rindex("the rules found errors")
    end = re.compile(r"^.*\d+ undecided.*?$", re.MULTILINE).search(stderr, start)
    assert end, stderr
    return re.sub(r"\]$", "", stderr[start : end.end()])


class AppTest(unittest.TestCase):
    def setUp(self) -> None:
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.python = os.path.join(scratch.name, "python")
        self.typescript = os.path.join(scratch.name, "typescript")

    def test_the_same_app_gives_equal_resources(self) -> None:
        for result in (in_python(self.python, 1), in_typescript(self.typescript, 1)):
            self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(resources(self.python), resources(self.typescript))
        [trigger] = resources(self.python)["alicloud_fcv3_trigger"].values()
        self.assertEqual(
            json.loads(trigger["trigger_config"]),
            {"authType": "function", "disableURLInternet": False, "methods": ["GET", "POST"]},
        )

    def test_a_second_trigger_gets_the_error_of_typescript_with_the_path_for_the_line(self) -> None:
        python = in_python(self.python, 2)
        typescript = in_typescript(self.typescript, 2)
        self.assertNotEqual(python.returncode, 0)
        self.assertNotEqual(typescript.returncode, 0)
        expected = re.sub(r"\S*app\.ts:\d+:\d+ \((.+)\)", r"\1", report(typescript.stderr))
        self.assertIn("http-trigger/one-per-qualifier", expected)
        self.assertEqual(report(python.stderr), expected)
        self.assertFalse(os.path.exists(os.path.join(self.python, "manifest.json")))


if __name__ == "__main__":
    unittest.main()
