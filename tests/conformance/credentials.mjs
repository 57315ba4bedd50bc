// @alicloud/credentials: keys from every source that can be had on a machine without a cloud, used by the official client against the emulator.
// ram_role_arn and oidc_role_arn always speak https to STS; here their own transport is told to use http, nothing else of them is touched.
// ecs_ram_role is not run: its metadata address 100.100.100.200 is fixed in the library and is no loopback address.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, check, emulator, refused } from './checks.mjs';
import { generic, patience } from './clients.mjs';

const require = createRequire(import.meta.url);
const library = require('@alicloud/credentials');
const transport = require('@alicloud/credentials/dist/src/providers/http');
const packageName = '@alicloud/credentials';
const { rpc, easAs } = generic('@alicloud/openapi-client');
const role = { RoleArn: 'acs:ram::1234567890123456:role/deployer', RoleSessionName: 'referee' };
const key = { accessKeyId: emulator.accessKeyId, accessKeySecret: emulator.accessKeySecret };

const credential = config => new library.default(new library.Config(config));
const nobody = { accessKeyId: undefined, accessKeySecret: undefined };
const identity = held => rpc({ ...nobody, credential: held }, 'GetCallerIdentity', '2015-04-01', {});

export async function credentials() {
  const ok = (title, body) => check(packageName, title, body);
  const { Credentials: session } = await rpc({}, 'AssumeRole', '2015-04-01', role);

  await ok('access_key signs as the account', async () => {
    const held = credential({ type: 'access_key', ...key });
    assert.deepEqual(Object.values(await held.getCredential()).slice(0, 2), [key.accessKeyId, key.accessKeySecret]);
    assert.equal((await identity(held)).IdentityType, 'Account');
    assert.equal((await easAs({ ...nobody, credential: held }, 'ListGateway', 'GET', '/gateways', { PageSize: '1' })).PageSize, 1);
  });
  await ok('access_key with a wrong secret is refused', () =>
    refused(identity(credential({ type: 'access_key', ...key, accessKeySecret: 'wrong' })), 'SignatureDoesNotMatch', 400),
  );
  await ok('sts signs as the assumed role', async () => {
    const held = credential({
      type: 'sts',
      accessKeyId: session.AccessKeyId,
      accessKeySecret: session.AccessKeySecret,
      securityToken: session.SecurityToken,
    });
    const got = await identity(held);
    assert.deepEqual([got.IdentityType, got.Arn], ['AssumedRoleUser', 'acs:ram::1234567890123456:assumed-role/deployer/referee']);
    const other = credential({
      type: 'sts',
      accessKeyId: session.AccessKeyId,
      accessKeySecret: session.AccessKeySecret,
      securityToken: 'other',
    });
    await refused(identity(other), 'InvalidSecurityToken.Malformed', 403);
  });
  await ok('bearer speaks with a token alone', async () => {
    const held = credential({ type: 'bearer', bearerToken: 'emulatorTestBearerToken' });
    assert.equal((await rpc({ ...nobody, credential: held }, 'GetCallerIdentity', '2015-04-01', {})).AccountId, '1234567890123456');
  });
  await uri(ok);
  await overHttp(ok);
  await chain(ok, session);
}

// A small server gives out what AssumeRole of the emulator gave it.
async function uri(ok) {
  const server = createServer(async (request, response) => {
    const { Credentials } = await rpc({}, 'AssumeRole', '2015-04-01', role);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ Code: 'Success', ...Credentials }));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    await ok('credentials_uri takes the keys of a server and signs with them', async () => {
      const held = credential({ type: 'credentials_uri', credentialsURI: `http://127.0.0.1:${server.address().port}/keys` });
      assert.equal((await identity(held)).IdentityType, 'AssumedRoleUser');
      assert.match((await held.getCredential()).accessKeyId, /^STS\./);
    });
  } finally {
    server.close();
  }
}

async function overHttp(ok) {
  const plain = provider => {
    provider.doRequest = request => {
      request.protocol = 'http';
      return transport.doRequest(request);
    };
    return new library.default(null, provider);
  };
  const assume = more =>
    library.RAMRoleARNCredentialsProvider.builder()
      .withCredentialsProvider(
        library.StaticAKCredentialsProvider.builder()
          .withAccessKeyId(key.accessKeyId)
          .withAccessKeySecret(more?.secret ?? key.accessKeySecret)
          .build(),
      )
      .withRoleArn(more?.arn ?? role.RoleArn)
      .withRoleSessionName('referee')
      .withDurationSeconds(900)
      .withStsEndpoint(emulator.host)
      .withReadTimeout(patience)
      .build();

  await ok('ram_role_arn assumes the role (RPC v1, form) and signs with its keys', async () => {
    assert.equal((await identity(plain(assume()))).IdentityType, 'AssumedRoleUser');
  });
  await ok('ram_role_arn tells a wrong secret and a missing role', async () => {
    // 'invalid' is what the library says when the string it signed is the one the answer names: only the secret can be wrong then.
    for (const [more, code] of [
      [{ secret: 'wrong' }, 'the access key secret is invalid'],
      [{ arn: 'acs:ram::1234567890123456:role/no-such-role' }, 'EntityNotExist.Role'],
    ]) {
      let told = '';
      try {
        await identity(plain(assume(more)));
      } catch (error) {
        told = error.message;
      }
      assert.match(told, new RegExp(code));
    }
  });
  const folder = mkdtempSync(join(tmpdir(), 'referee-'));
  try {
    await ok('oidc_role_arn sends the token of its file and signs with the keys', async () => {
      writeFileSync(join(folder, 'token'), 'a.b.c');
      const provider = library.OIDCRoleArnCredentialsProvider.builder()
        .withRoleArn(role.RoleArn)
        .withOIDCProviderArn('acs:ram::1234567890123456:oidc-provider/ci')
        .withOIDCTokenFilePath(join(folder, 'token'))
        .withRoleSessionName('referee')
        .withDurationSeconds(900)
        .withStsEndpoint(emulator.host)
        .withReadTimeout(patience)
        .build();
      assert.equal((await identity(plain(provider))).IdentityType, 'AssumedRoleUser');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The default chain: environment first, then the profile file of the CLI.
async function chain(ok, session) {
  const before = { ...process.env };
  const home = mkdtempSync(join(tmpdir(), 'referee-home-'));
  try {
    for (const name of Object.keys(process.env).filter(n => n.startsWith('ALIBABA_CLOUD_'))) delete process.env[name];
    Object.assign(process.env, { HOME: home, USERPROFILE: home, ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true' });
    await ok('the default chain reads a StsToken profile of the CLI', async () => {
      mkdirSync(join(home, '.aliyun'));
      writeFileSync(
        join(home, '.aliyun', 'config.json'),
        JSON.stringify({
          current: 'ci',
          profiles: [
            {
              name: 'ci',
              mode: 'StsToken',
              access_key_id: session.AccessKeyId,
              access_key_secret: session.AccessKeySecret,
              sts_token: session.SecurityToken,
            },
          ],
        }),
        { mode: 0o600 },
      );
      const held = new library.default();
      assert.equal((await identity(held)).IdentityType, 'AssumedRoleUser');
      assert.equal((await held.getCredential()).providerName, 'default/cli_profile');
    });
    await ok('the default chain prefers the environment', async () => {
      Object.assign(process.env, { ALIBABA_CLOUD_ACCESS_KEY_ID: key.accessKeyId, ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.accessKeySecret });
      assert.equal((await identity(new library.default())).IdentityType, 'Account');
    });
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(home, { recursive: true });
  }
}
