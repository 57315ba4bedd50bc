// OSS through ali-oss, with both of its signatures.
import { assert, check, seed, stranger } from './checks.mjs';
import { ossClient } from './clients.mjs';

export async function oss() {
  for (const authorizationV4 of [true, false]) {
    await signedBy(
      more => ossClient(authorizationV4, more),
      (title, body) => check('ali-oss', `signature ${authorizationV4 ? 'v4' : 'v1'}: ${title}`, body),
    );
  }
}

async function signedBy(client, ok) {
  const objects = seed('bucket-objects');
  const contents = seed('object-contents');
  const here = seed('buckets').Buckets.Bucket.filter(b => b.Region === 'cn-hangzhou');

  await ok('listBuckets equals the seed', async () => {
    const got = await client().listBuckets();
    assert.deepEqual(
      got.buckets.map(b => [b.name, b.region]).sort(),
      seed('buckets')
        .Buckets.Bucket.map(b => [b.Name, b.Location])
        .sort(),
    );
    assert.equal((await client(stranger).listBuckets()).buckets ?? null, null);
  });
  await ok('listBuckets pages and takes a prefix', async () => {
    const first = await client().listBuckets({ 'max-keys': 4 });
    assert.equal(first.buckets.length, 4);
    const rest = await client().listBuckets({ 'max-keys': 4, marker: first.nextMarker });
    assert.deepEqual(
      [...first.buckets, ...rest.buckets].map(b => b.name),
      seed('buckets')
        .Buckets.Bucket.map(b => b.Name)
        .sort(),
    );
    assert.deepEqual(
      (await client().listBuckets({ prefix: 'my-' })).buckets.map(b => b.name),
      ['my-bucket', 'my-models'],
    );
  });
  await ok('listV2 shows folders and files', async () => {
    const bucket = client({ bucket: 'yqtest-model' });
    const got = await bucket.listV2({ delimiter: '/', 'max-keys': 100 });
    assert.deepEqual(got.prefixes, [...new Set(objects['yqtest-model'].map(k => `${k.split('/')[0]}/`))].sort());
    const folder = await bucket.listV2({ prefix: 'Qwen3.5-0.8B/', delimiter: '/' });
    assert.deepEqual(
      folder.objects.map(o => o.name),
      objects['yqtest-model'].filter(k => k.startsWith('Qwen3.5-0.8B/')).sort(),
    );
  });
  await ok('listV2 walks by continuation token and knows every size', async () => {
    for (const { Name } of here.filter(b => objects[b.Name].length > 0)) {
      const found = [];
      let token;
      for (let pages = 0; pages < 100 && (pages === 0 || token); pages++) {
        const page = await client({ bucket: Name }).listV2({ 'max-keys': 7, 'continuation-token': token });
        found.push(...page.objects);
        token = page.nextContinuationToken;
      }
      assert.deepEqual(
        found.map(o => o.name),
        [...objects[Name]].sort(),
      );
      const sized = found.filter(o => contents.sizes[`${Name}/${o.name}`]);
      assert.deepEqual(
        sized.map(o => o.size),
        sized.map(o => contents.sizes[`${Name}/${o.name}`]),
      );
    }
  });
  await ok('listV2 of an empty bucket is empty', async () => {
    assert.equal((await client({ bucket: 'empty-bucket' }).listV2({})).keyCount, 0);
  });
  await ok('the older list walks by marker', async () => {
    const bucket = client({ bucket: 'my-models' });
    const keys = [];
    let query = { 'max-keys': 4 };
    for (let pages = 0; query && pages < 100; pages++) {
      const page = await bucket.list(query);
      keys.push(...page.objects.map(o => o.name));
      query = page.nextMarker && { 'max-keys': 4, marker: page.nextMarker };
    }
    assert.deepEqual(keys, [...objects['my-models']].sort());
    assert.ok((await bucket.list({ delimiter: '/' })).prefixes.includes('qwen-gguf/'));
  });
  await ok('get reads every small file of the model checks', async () => {
    for (const [path, expected] of Object.entries(contents.contents)) {
      const [bucket, ...key] = path.split('/');
      if (!here.some(b => b.Name === bucket)) continue;
      const got = await client({ bucket }).get(key.join('/'));
      assert.deepEqual(JSON.parse(got.content.toString()), expected);
    }
  });
  await ok('the index of a sharded model names files that exist', async () => {
    const got = await client({ bucket: 'my-models' }).get('qwen2.5-14b-sharded/model.safetensors.index.json');
    const files = [...new Set(Object.values(JSON.parse(got.content.toString()).weight_map))];
    assert.deepEqual(
      files.filter(f => !objects['my-models'].includes(`qwen2.5-14b-sharded/${f}`)),
      [],
    );
    assert.equal(files.length, 2);
  });
  await ok('head knows the size of weights', async () => {
    const got = await client({ bucket: 'yqtest-model' }).head('Qwen3.5-0.8B/model.safetensors');
    assert.equal(Number(got.res.headers['content-length']), contents.sizes['yqtest-model/Qwen3.5-0.8B/model.safetensors']);
  });
  await ok('getBucketLocation knows the region of every bucket', async () => {
    for (const { Name, Location } of seed('buckets').Buckets.Bucket) {
      assert.equal((await client().getBucketLocation(Name)).location, Location);
    }
  });
  await ok('a missing bucket, a missing key and another region are told', async () => {
    await told(client({ bucket: 'no-such-bucket' }).listV2(), 'NoSuchBucket', 404);
    await told(client().getBucketLocation('no-such-bucket'), 'NoSuchBucket', 404);
    await told(client({ bucket: 'yqtest-model' }).get('none.json'), 'NoSuchKey', 404);
    await told(client({ bucket: 'my-bucket' }).listV2(), 'AccessDenied', 403);
    await told(client({ bucket: 'yqtest-model' }).listV2({ 'max-keys': 1001 }), 'InvalidArgument', 400);
  });
  await ok('a wrong key and a wrong secret are told', async () => {
    await told(client({ accessKeyId: 'somebody' }).listBuckets(), 'InvalidAccessKeyId', 403);
    await told(client({ accessKeySecret: 'wrong' }).listBuckets(), 'SignatureDoesNotMatch', 403);
    await told(client({ accessKeySecret: 'wrong', bucket: 'yqtest-model' }).listV2({ prefix: 'a b/é*~+' }), 'SignatureDoesNotMatch', 403);
  });
  await ok('hard characters in a prefix are signed as they stand on the wire', async () => {
    assert.equal((await client({ bucket: 'yqtest-model' }).listV2({ prefix: "a b/é*~+%(')!&=?", delimiter: '/' })).keyCount, 0);
  });
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
