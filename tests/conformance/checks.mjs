// Collects checks and prints one JSON line each: {client, name, ok, problem}.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [address, accessKeyId, accessKeySecret, seeds] = process.argv.slice(2);

export const emulator = { address, host: new URL(address).host, accessKeyId, accessKeySecret };

export function seed(name) {
  return JSON.parse(readFileSync(join(seeds, name), 'utf8'));
}

export async function check(client, name, body) {
  try {
    await body();
    console.log(JSON.stringify({ client, name, ok: true }));
  } catch (error) {
    console.log(JSON.stringify({ client, name, ok: false, problem: String(error?.message ?? error).slice(0, 2000) }));
    process.exitCode = 1;
  }
}

// The call must fail with this code; the clients spell the code in different places.
export async function refused(promise, code) {
  let answer;
  try {
    answer = await promise;
  } catch (error) {
    assert.equal(error.code, code, error.message);
    return error;
  }
  assert.fail(`expected ${code}, got ${JSON.stringify(answer).slice(0, 300)}`);
}
