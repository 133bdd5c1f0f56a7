// Checks cards against the reference implementation. Jobs come as JSON lines on stdin (or in the file that is named as
// the argument), one answer line is printed for each:
//   job     { id, template, data, host?, expansion | error, validate? }
//   answer  { id, difference: null | text, problems: [text] }
// "expansion" is our own result and "error" our own failure; with "validate" the reference's result is checked as a
// card for Teams as well.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { difference } from './compare.mjs';
import { rendererProblems } from './renderer-checks.mjs';
import { ownProblems } from './own-checks.mjs';

const { Template } = createRequire(import.meta.url)('adaptivecards-templating');

// The packages log; the answers alone belong on stdout.
console.log = console.info = console.warn = console.error;

function expand({ template, data, host }) {
  try {
    const result = new Template(template).expand({ $root: data, $host: host });
    // JSON knows no undefined.
    return { value: JSON.parse(JSON.stringify(result ?? null)) };
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
}

function compare(job, reference) {
  if (reference.error !== undefined) {
    return job.error !== undefined ? null : `the reference fails (${reference.error}), ours does not`;
  }
  return job.error !== undefined ? `ours fails (${job.error}), the reference does not` : difference(reference.value, job.expansion);
}

function check(job) {
  const reference = expand(job);
  const problems = job.validate && reference.error === undefined
    ? [...rendererProblems(reference.value), ...ownProblems(reference.value)]
    : [];
  return { id: job.id, difference: compare(job, reference), problems };
}

for (const line of readFileSync(process.argv[2] ?? 0, 'utf8').split('\n')) {
  if (line.trim() !== '') {
    process.stdout.write(JSON.stringify(check(JSON.parse(line))) + '\n');
  }
}
