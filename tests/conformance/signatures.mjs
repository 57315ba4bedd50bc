// What the emulator refuses before it looks at an operation: keys, signatures, versions, actions, paths - and what it does not answer yet.
import { assert, check, emulator, refused, region, stranger } from './checks.mjs';
import { generic, popCore } from './clients.mjs';

export async function signatures(packageName) {
  const { eas, easAs, roa, rpc } = generic(packageName);
  const ok = (title, body) => check(packageName, title, body);
  const wrong = { accessKeySecret: 'wrong' };

  await ok('a wrong secret is refused, by ROA and by RPC', async () => {
    await refused(easAs(wrong, 'ListServices', 'GET', '/services'), 'SignatureDoesNotMatch', 400);
    await refused(easAs(wrong, 'CreateService', 'POST', '/services', {}, '{}'), 'SignatureDoesNotMatch', 400);
    await refused(rpc(wrong, 'GetCallerIdentity', '2015-04-01', {}), 'SignatureDoesNotMatch', 400);
  });
  await ok('an unknown key and a token that nobody gave out are refused', async () => {
    await refused(easAs({ accessKeyId: 'somebody' }, 'ListServices', 'GET', '/services'), 'InvalidAccessKeyId.NotFound', 404);
    await refused(easAs({ securityToken: 'made up' }, 'ListServices', 'GET', '/services'), 'InvalidSecurityToken.Malformed', 403);
  });
  await ok('a wrong action, version and path are refused', async () => {
    await refused(eas('DescribeNothing', 'GET', '/services'), 'InvalidAction.NotFound', 404);
    await refused(roa({}, 'ListServices', '2019-01-01', 'GET', '/api/v2/services'), 'InvalidApi.NotFound', 404);
    await refused(eas('ListServices', 'GET', '/servicez'), 'InvalidApi.NotFound', 404);
    await refused(rpc({}, 'TerminateEverything', '2015-04-01', {}), 'InvalidAction.NotFound', 404);
    await refused(rpc({}, 'GetCallerIdentity', '2019-01-01', {}), 'InvalidApi.NotFound', 404);
  });
  await ok('a bearer token speaks for the first account', async () => {
    const bearer = { type: 'bearer', bearerToken: 'emulatorTestBearerToken', accessKeyId: undefined, accessKeySecret: undefined };
    assert.equal((await rpc(bearer, 'GetCallerIdentity', '2015-04-01', {})).AccountId, '1234567890123456');
    assert.equal((await easAs(bearer, 'ListGateway', 'GET', '/gateways', { PageSize: '1' })).PageSize, 1);
    await refused(rpc({ ...bearer, bearerToken: 'other' }, 'GetCallerIdentity', '2015-04-01', {}), 'InvalidBearerToken', 403);
  });
}

// Of all that was sent before, signed by header, query and form, the journal keeps no secret.
export async function journal() {
  await check('@alicloud/pop-core', 'the journal has the requests and none of their secrets', async () => {
    const { Credentials: session } = await popCore('RPCClient', '2015-04-01').request('AssumeRole', {
      RoleArn: 'acs:ram::1234567890123456:role/deployer',
      RoleSessionName: 'journal',
    });
    const temporary = popCore('RPCClient', '2015-04-01', {
      accessKeyId: session.AccessKeyId,
      accessKeySecret: session.AccessKeySecret,
      securityToken: session.SecurityToken,
    });
    await temporary.request('GetCallerIdentity', {}, { method: 'GET' });
    await temporary.request('GetCallerIdentity', {}, { method: 'POST' });
    const text = await (await fetch(`${emulator.address}/_control/requests`)).text();
    const [sent] = JSON.parse(text).requests.filter(r => r.query.includes(session.AccessKeyId));
    assert.match(sent.query, /(^|&)SecurityToken=\*\*\*&/);
    assert.match(sent.query, /(^|&)Signature=\*\*\*(&|$)/);
    const secrets = [
      emulator.accessKeySecret,
      stranger.accessKeySecret,
      'emulatorTestBearerToken',
      session.AccessKeySecret,
      session.SecurityToken,
      'a.b.c',
    ];
    assert.deepEqual(
      secrets.filter(secret => text.includes(secret) || text.includes(encodeURIComponent(secret))),
      [],
    );
  });
}

export async function absent(packageName) {
  const { eas } = generic(packageName);
  const one = `/services/${region}/referee_absent`;
  for (const [action, method, path, query, body] of [
    ['CommitService', 'PUT', `${one}/commit`],
    ['DevelopService', 'PUT', `${one}/develop`, { Exit: 'true' }],
    ['CreateServiceInstanceToken', 'GET', `${one}/instances/none/token`],
    ['CreateServiceRollout', 'POST', `${one}/rollout`, {}, { Paused: false }],
    ['DescribeServiceRollout', 'GET', `${one}/rollout`],
    ['UpdateServiceRollout', 'PUT', `${one}/rollout`, {}, { Paused: true }],
    ['DeleteServiceRollout', 'DELETE', `${one}/rollout`],
    ['DescribeSpotDiscountHistory', 'GET', '/public/spot_discount', { InstanceType: 'ecs.gn7i-c16g1.4xlarge' }],
    ['ListGroups', 'GET', '/groups'],
    ['DescribeGroup', 'GET', `/groups/${region}/none`],
    ['DescribeGroupEndpoints', 'GET', `/groups/${region}/none/endpoints`],
  ]) {
    await check(packageName, `${action} is absent and says so`, async () => {
      const error = await refused(eas(action, method, path, query, body), 'EmulatorOperationAbsent', 501);
      assert.match(error.message, new RegExp(`eas ${action}`));
    });
  }
}
