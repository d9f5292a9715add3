// Checks a JSON file against a JSON schema of draft 7 with ajv: prints what is wrong, ends with 1 where anything is.
// Usage: node validate.cjs SCHEMA FILE [loose]; loose takes a schema that ajv's own strict mode would refuse.
const { readFileSync } = require("node:fs");
const Ajv = require("ajv");

const [schema, data] = process.argv.slice(2, 4).map((path) => JSON.parse(readFileSync(path, "utf8")));
const ajv = new Ajv({ allErrors: true, strict: process.argv[4] !== "loose" });
const isValid = ajv.validate(schema, data);
if (!isValid) console.error(ajv.errorsText(ajv.errors, { separator: "\n" }));
process.exit(isValid ? 0 : 1);
