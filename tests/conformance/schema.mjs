// Judges documents by a JSON schema, draft 2020-12. Arguments: file of the schema, file of a JSON list of documents (texts).
// One line per document, {ok, problem}; a schema that is not valid itself ends the script.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const [schemaFile, documentsFile] = process.argv.slice(2);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, strictTypes: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

for (const text of JSON.parse(readFileSync(documentsFile, 'utf8'))) {
  const ok = validate(JSON.parse(text));
  console.log(JSON.stringify({ ok, problem: ok ? undefined : validate.errors.map(error => `${error.instancePath} ${error.message}`).join('; ') }));
}
