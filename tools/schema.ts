/** `npm run schema`: writes docs/schema, a JSON Schema for each kind of file of a data set, and docs/problems.md. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formatProblemTable } from "./problem-table.ts";
import { FILE_KINDS, formatSchema } from "./published-schemas.ts";

const folder = fileURLToPath(new URL("../docs/schema/", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, kind] of Object.entries(FILE_KINDS))
  writeFileSync(`${folder}${name}.schema.json`, formatSchema(kind));
writeFileSync(fileURLToPath(new URL("../docs/problems.md", import.meta.url)), formatProblemTable());
