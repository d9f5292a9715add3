// Prints the JSON schema of a TypeScript type: what a package says that a file holds.
// Usage: node describe.cjs FILE TYPE; the file is named as in node_modules.
const { join } = require("node:path");
const { createGenerator } = require("ts-json-schema-generator");

const [file, type] = process.argv.slice(2, 4);
const path = join(process.env.NODE_PATH, file);
const schema = createGenerator({ path, type, skipTypeCheck: true, expose: "all" }).createSchema(type);
console.log(JSON.stringify(schema));
