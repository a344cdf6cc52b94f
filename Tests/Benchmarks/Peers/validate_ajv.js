// Times ajv on one request. Arguments: schema file, body file, `parsed` or `text`.
// Says who it is, then answers each line of standard input, a length in seconds, with the seconds
// of one validation, measured over about that length.
"use strict";
const fs = require("fs");
const say = (value) => fs.writeSync(1, JSON.stringify(value) + "\n");

let Ajv, version;
try {
  Ajv = require("ajv");
  version = require("ajv/package.json").version;
} catch {
  say({ missing: "node has no module ajv (Debian: node-ajv)" });
  process.exit(0);
}

const [schemaFile, bodyFile, mode] = process.argv.slice(2);
const options = version.startsWith("6.")
  ? { unknownFormats: "ignore", logger: false }
  : { strict: false, validateFormats: false, logger: false };
const check = new (Ajv.default || Ajv)(options).compile(
  JSON.parse(fs.readFileSync(schemaFile, "utf8")));
const text = fs.readFileSync(bodyFile, "utf8");
const body = JSON.parse(text);
if (!check(body)) throw new Error("ajv refuses the body: " + JSON.stringify(check.errors));
if (check({})) throw new Error("ajv accepts an empty body");

let kept = 0;
const run = mode === "text"
  ? () => { if (check(JSON.parse(text))) kept++; }
  : () => { if (check(body)) kept++; };

function seconds(repeats) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < repeats; i++) run();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

// The compiler of node works beside the program, and takes its time to know the code.
for (const end = Date.now() + 1000; Date.now() < end;) seconds(1000);
const once = seconds(20000) / 20000;
say({ peer: `ajv ${version}, node ${process.version}` });
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const repeats = Math.max(1, Math.round(Number(line) / Math.max(once, 1e-9)));
  say({ seconds: seconds(repeats) / repeats });
});
