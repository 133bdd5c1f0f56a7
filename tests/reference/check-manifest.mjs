// Checks the Teams app's manifest and its language files against Microsoft's JSON schemas, which the package @microsoft/app-manifest brings along: nothing is
// fetched. The job comes as JSON on stdin: { version, manifest, languages: { name: file } }; the answer is a list of problems as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const Ajv = require('ajv-draft-04');
const addFormats = require('ajv-formats');

const schemas = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');

function validator(version, name) {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const folder = join(schemas, `v${version}`);
  return ajv.compile(JSON.parse(readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '')));
}

function problems(name, validate, document) {
  return validate(document) ? [] : validate.errors.map((error) => `${name}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
}

const job = JSON.parse(readFileSync(0, 'utf8'));
const words = validator(job.version, 'MicrosoftTeams.Localization.schema.json');
const found = problems('manifest.json', validator(job.version, 'MicrosoftTeams.schema.json'), job.manifest);
for (const [name, file] of Object.entries(job.languages)) {
  found.push(...problems(name, words, file));
}
process.stdout.write(JSON.stringify(found));
