// The older client pop-core, with the older signatures: RPC v1 by GET and POST, ROA v1.
import { assert, check, refused, region, seed } from './checks.mjs';
import { popCore } from './clients.mjs';

const packageName = '@alicloud/pop-core';

// pop-core's objects have no prototype.
const plain = value => JSON.parse(JSON.stringify(value));

export async function legacy() {
  for (const method of ['GET', 'POST']) await rpc(method);
  await flattened();
  await roa();
}

async function rpc(method) {
  const client = more => popCore('RPCClient', '2015-04-01', more);
  const ok = (title, body) => check(packageName, `RPC v1 by ${method}: ${title}`, body);
  await ok('GetCallerIdentity', async () => {
    assert.equal((await client().request('GetCallerIdentity', {}, { method })).AccountId, '1234567890123456');
  });
  await ok('AssumeRole with hard characters', async () => {
    const parameters = {
      RoleArn: 'acs:ram::1234567890123456:role/deployer',
      RoleSessionName: 'a.b@c-d_e',
      Policy: '{"Statement":[{"Effect":"Allow (é*!~\')"}]}',
    };
    const { Credentials } = await client().request('AssumeRole', parameters, { method });
    const session = client({
      accessKeyId: Credentials.AccessKeyId,
      accessKeySecret: Credentials.AccessKeySecret,
      securityToken: Credentials.SecurityToken,
    });
    assert.equal((await session.request('GetCallerIdentity', {}, { method })).IdentityType, 'AssumedRoleUser');
  });
  await ok('a wrong secret and an unknown key are refused', async () => {
    await refused(client({ accessKeySecret: 'wrong' }).request('GetCallerIdentity', {}, { method }), 'SignatureDoesNotMatch');
    await refused(client({ accessKeyId: 'somebody' }).request('GetCallerIdentity', {}, { method }), 'InvalidAccessKeyId.NotFound');
  });
  await ok('an unknown action and a missing parameter are refused', async () => {
    await refused(client().request('TerminateEverything', {}, { method }), 'InvalidAction.NotFound');
    await refused(client().request('AssumeRole', { RoleSessionName: 'me' }, { method }), 'MissingParameter.RoleArn');
  });
}

async function flattened() {
  const ok = (title, body) => check(packageName, `RPC v1: ${title}`, body);
  await ok('RegionId is a common parameter, also where an operation does not name it', async () => {
    const got = await popCore('RPCClient', '2015-04-01').request('GetCallerIdentity', { RegionId: region }, { method: 'POST' });
    assert.equal(got.AccountId, '1234567890123456');
  });
  await ok('flattened lists', async () => {
    const ids = [seed('nlbs').LoadBalancers[0].LoadBalancerId, seed('nlbs').LoadBalancers[2].LoadBalancerId];
    const got = await popCore('RPCClient', '2022-04-30').request(
      'ListLoadBalancers',
      { RegionId: region, LoadBalancerIds: ids },
      { method: 'POST' },
    );
    assert.deepEqual(
      got.LoadBalancers.map(b => b.LoadBalancerId),
      ids,
    );
  });
  await ok('security groups, VPCs and vSwitches have the lists of the seeds', async () => {
    const groups = await popCore('RPCClient', '2014-05-26').request('DescribeSecurityGroups', { RegionId: region, MaxResults: 100 });
    assert.deepEqual(plain(groups.SecurityGroups), seed('security-groups').SecurityGroups);
    const vpcs = await popCore('RPCClient', '2016-04-28').request('DescribeVpcs', { RegionId: region, PageSize: 50 });
    assert.deepEqual(
      vpcs.Vpcs.Vpc.map(v => v.VpcId),
      seed('vpcs').Vpcs.Vpc.map(v => v.VpcId),
    );
    const switches = await popCore('RPCClient', '2016-04-28').request('DescribeVSwitches', { RegionId: region, PageSize: 50 });
    assert.deepEqual(
      switches.VSwitches.VSwitch.map(v => v.VSwitchId),
      seed('vswitches').VSwitches.VSwitch.map(v => v.VSwitchId),
    );
  });
}

async function roa() {
  const client = (apiVersion, more) => popCore('ROAClient', apiVersion, more);
  const ok = (title, body) => check(packageName, `ROA v1: ${title}`, body);
  const json = { 'content-type': 'application/json' };
  const text = (name, more) =>
    JSON.stringify({
      metadata: { name },
      containers: [{ image: 'registry.example.com/mine:1', port: 8000, command: 'serve é' }],
      cloud: { computing: { instance_type: 'ecs.c7.large' } },
      ...more,
    });

  await ok('ListImages with hard characters', async () => {
    const got = await client('2021-02-04').get('/api/v1/images', { Labels: 'system.official=true', Name: "vllm (a+b)*!'~ é", Query: '' });
    assert.equal(got.TotalCount, 0);
  });
  await ok('ListWorkspaces and DescribeMachineSpec have the rows of the seeds', async () => {
    assert.equal((await client('2021-02-04').get('/api/v1/workspaces')).TotalCount, seed('workspaces').Workspaces.length);
    assert.deepEqual(
      plain((await client('2021-07-01').get('/api/v2/public/instance_types')).InstanceMetas),
      seed('machine-specs').InstanceMetas,
    );
  });
  await ok('CreateService with a body, DescribeService and DeleteService', async () => {
    const eas = client('2021-07-01');
    assert.equal((await eas.post('/api/v2/services', {}, text('referee_legacy'), json)).Status, 'Creating');
    const got = await eas.get(`/api/v2/services/${region}/referee_legacy`);
    assert.equal(got.Status, 'Running');
    assert.equal(JSON.parse(got.ServiceConfig).containers[0].command, 'serve é');
    await eas.delete(`/api/v2/services/${region}/referee_legacy`);
    await refused(eas.get(`/api/v2/services/${region}/referee_legacy`), 'InvalidService.NotFound');
  });
  await ok('a changed document is a new version', async () => {
    const eas = client('2021-07-01');
    const path = `/api/v2/services/${region}/referee_changed`;
    await eas.post('/api/v2/services', {}, text('referee_changed'), json);
    assert.equal((await eas.get(path)).LatestVersion, 1);
    await eas.put(path, { UpdateType: 'replace' }, text('referee_changed', { runtime: { termination_grace_period: 40 } }), json);
    assert.equal((await eas.get(path)).LatestVersion, 2);
    await eas.delete(path);
  });
  await ok('a wrong secret and an unknown key are refused', async () => {
    await refused(client('2021-07-01', { accessKeySecret: 'wrong' }).get('/api/v2/services'), 'SignatureDoesNotMatch');
    await refused(client('2021-07-01', { accessKeyId: 'somebody' }).get('/api/v2/services'), 'InvalidAccessKeyId.NotFound');
  });
}
