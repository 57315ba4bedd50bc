// OSS through ali-oss, with both of its signatures.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { check, emulator, seed } from './checks.mjs';

const require = createRequire(import.meta.url);
const OSS = require('ali-oss');

export async function oss() {
  for (const authorizationV4 of [true, false]) {
    const name = `ali-oss (signature ${authorizationV4 ? 'v4' : 'v1'})`;
    const client = more => new OSS({
      accessKeyId: emulator.accessKeyId, accessKeySecret: emulator.accessKeySecret, endpoint: emulator.address, region: 'oss-cn-hangzhou', authorizationV4, ...more,
    });
    const objects = seed('bucket-objects.json');
    const ok = (title, body) => check(name, title, body);

    await ok('listBuckets equals the seed', async () => {
      const got = await client().listBuckets();
      assert.deepEqual(got.buckets.map(b => [b.name, b.region]).sort(), seed('buckets.json').Buckets.Bucket.map(b => [b.Name, b.Location]).sort());
    });
    await ok('listBuckets pages', async () => {
      const first = await client().listBuckets({ 'max-keys': 4 });
      assert.equal(first.buckets.length, 4);
      const rest = await client().listBuckets({ 'max-keys': 4, marker: first.nextMarker });
      assert.equal(rest.buckets.length, 2);
    });
    await ok('listV2 shows folders and files', async () => {
      const got = await client({ bucket: 'yqtest-model' }).listV2({ delimiter: '/', 'max-keys': 100 });
      assert.deepEqual(got.prefixes, [...new Set(objects['yqtest-model'].map(k => `${k.split('/')[0]}/`))].sort());
      const folder = await client({ bucket: 'yqtest-model' }).listV2({ prefix: 'Qwen3.5-0.8B/', delimiter: '/' });
      assert.deepEqual(folder.objects.map(o => o.name), objects['yqtest-model'].filter(k => k.startsWith('Qwen3.5-0.8B/')).sort());
      assert.ok(folder.objects.find(o => o.name.endsWith('.safetensors')).size > 1e9);
    });
    await ok('listV2 walks by continuation token', async () => {
      const bucket = client({ bucket: 'yqtest-model' });
      const keys = [];
      let token;
      for (let pages = 0; pages < 10 && (pages === 0 || token); pages++) {
        const page = await bucket.listV2({ 'max-keys': 7, 'continuation-token': token });
        keys.push(...page.objects.map(o => o.name));
        token = page.nextContinuationToken;
      }
      assert.deepEqual(keys, [...objects['yqtest-model']].sort());
    });
    await ok('the older list walks by marker', async () => {
      const bucket = client({ bucket: 'my-models' });
      const keys = [];
      let query = { 'max-keys': 4 };
      for (let pages = 0; query && pages < 10; pages++) {
        const page = await bucket.list(query);
        keys.push(...page.objects.map(o => o.name));
        query = page.nextMarker && { 'max-keys': 4, marker: page.nextMarker };
      }
      assert.deepEqual(keys, [...objects['my-models']].sort());
      assert.ok((await bucket.list({ delimiter: '/' })).prefixes.includes('qwen-gguf/'));
    });
    await ok('get reads a small file', async () => {
      const got = await client({ bucket: 'yqtest-model' }).get('Qwen3.5-0.8B/config.json');
      assert.equal(JSON.parse(got.content.toString()).model_type, 'qwen3');
    });
    await ok('head knows the size of weights', async () => {
      const got = await client({ bucket: 'yqtest-model' }).head('Qwen3.5-0.8B/model.safetensors');
      assert.ok(Number(got.res.headers['content-length']) > 1e9);
    });
    await ok('getBucketLocation knows the region', async () => {
      assert.equal((await client().getBucketLocation('my-bucket')).location, 'oss-cn-shanghai');
    });
    await ok('a missing bucket, a missing key, another region and a wrong key are told', async () => {
      await told(client({ bucket: 'no-such-bucket' }).listV2(), 'NoSuchBucket', 404);
      await told(client({ bucket: 'yqtest-model' }).get('none.json'), 'NoSuchKey', 404);
      await told(client({ bucket: 'my-bucket' }).listV2(), 'AccessDenied', 403);
      await told(client({ accessKeyId: 'somebody' }).listBuckets(), 'InvalidAccessKeyId', 403);
      await told(client({ accessKeySecret: 'wrong' }).listBuckets(), 'SignatureDoesNotMatch', 403);
    });
  }
}

async function told(promise, code, status) {
  let answer;
  try {
    answer = await promise;
  } catch (error) {
    assert.deepEqual([error.code, error.status], [code, status], error.message);
    return;
  }
  assert.fail(`expected ${code}, got ${JSON.stringify(answer).slice(0, 300)}`);
}
