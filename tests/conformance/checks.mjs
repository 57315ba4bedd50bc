// Collects checks and prints one JSON line each: {client, name, ok, assertions, problem}.
import strict from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [address, accessKeyId, accessKeySecret, seeds] = process.argv.slice(2);

export const emulator = { address, host: new URL(address).host, accessKeyId, accessKeySecret };

// The second test account: a stranger to the seed data.
export const stranger = { accessKeyId: 'emulatorOtherKeyId', accessKeySecret: 'emulatorOtherKeySecret' };

export const region = 'cn-hangzhou';

let assertions = 0;

// node:assert, counting.
export const assert = Object.fromEntries(
  ['ok', 'equal', 'notEqual', 'deepEqual', 'match', 'fail'].map(name => [
    name,
    (...values) => {
      assertions++;
      return strict[name](...values);
    },
  ]),
);

export function seed(name) {
  return JSON.parse(readFileSync(join(seeds, `${name}.json`), 'utf8'));
}

export async function check(client, name, body) {
  assertions = 0;
  try {
    await body();
    if (assertions === 0) throw new Error('the check asserts nothing');
    console.log(JSON.stringify({ client, name, ok: true, assertions }));
  } catch (error) {
    console.log(JSON.stringify({ client, name, ok: false, assertions, problem: String(error?.message ?? error).slice(0, 2000) }));
    process.exitCode = 1;
  }
}

// The call must fail with this code, and status where one is given; the clients spell them in different places.
export async function refused(promise, code, status) {
  let answer;
  try {
    answer = await promise;
  } catch (error) {
    assert.equal(error.code, code, `${error.code} instead of ${code}: ${error.message}`);
    if (status) assert.equal(error.statusCode ?? error.status ?? error.data?.statusCode ?? error.data?.httpCode, status, error.message);
    return error;
  }
  return assert.fail(`expected ${code}, got ${JSON.stringify(answer).slice(0, 300)}`);
}

// Rows in the order of a field, as the API sorts: by text, equal ones in their old order.
export function sorted(rows, field, descending = false) {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * (a[field] < b[field] ? -1 : a[field] > b[field] ? 1 : 0));
}

// The answer without the id every answer has.
export function without({ RequestId, ...rest }) {
  assert.match(RequestId, /^[0-9A-F-]{36}$/);
  return rest;
}
