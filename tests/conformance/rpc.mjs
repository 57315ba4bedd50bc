// ECS and VPC through their own clients, NLB and STS through the generic one, and the legacy signatures through pop-core.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { check, emulator, refused, seed } from './checks.mjs';

const require = createRequire(import.meta.url);

export async function rpc() {
  await products();
  await generic('@alicloud/openapi-client');
  await generic('@alicloud/openapi-core');
  await legacyRpc();
  await legacyRoa();
}

function config(types, more) {
  return new types.Config({
    accessKeyId: emulator.accessKeyId, accessKeySecret: emulator.accessKeySecret, endpoint: emulator.host, protocol: 'http', regionId: 'cn-hangzhou', ...more,
  });
}

async function products() {
  const types = require('@alicloud/openapi-core').$OpenApiUtil;
  const ecsModels = require('@alicloud/ecs20140526');
  const ecs = new ecsModels.default(config(types));
  await check('@alicloud/ecs20140526', 'DescribeSecurityGroups walks by NextToken', async () => {
    const all = [];
    let nextToken;
    for (let pages = 0; pages < 10 && (pages === 0 || nextToken); pages++) {
      const { body } = await ecs.describeSecurityGroups(new ecsModels.DescribeSecurityGroupsRequest({ regionId: 'cn-hangzhou', maxResults: 2, nextToken }));
      all.push(...body.securityGroups.securityGroup);
      nextToken = body.nextToken;
    }
    const rows = seed('security-groups.json').SecurityGroups.SecurityGroup;
    assert.deepEqual(all.map(g => [g.securityGroupId, g.vpcId, g.serviceManaged]), rows.map(g => [g.SecurityGroupId, g.VpcId, g.ServiceManaged]));
  });
  await check('@alicloud/ecs20140526', 'DescribeSecurityGroups needs a region', () =>
    refused(ecs.describeSecurityGroups(new ecsModels.DescribeSecurityGroupsRequest({})), 'MissingParameter.RegionId'));
  await check('@alicloud/ecs20140526', 'DescribeSecurityGroups filters by VPC and refuses two ways of paging', async () => {
    const vpcId = seed('security-groups.json').SecurityGroups.SecurityGroup[0].VpcId;
    const { body } = await ecs.describeSecurityGroups(new ecsModels.DescribeSecurityGroupsRequest({ regionId: 'cn-hangzhou', vpcId, maxResults: 100 }));
    assert.ok(body.securityGroups.securityGroup.length > 0 && body.securityGroups.securityGroup.every(g => g.vpcId === vpcId));
    await refused(ecs.describeSecurityGroups(new ecsModels.DescribeSecurityGroupsRequest({ regionId: 'cn-hangzhou', maxResults: 5, pageNumber: 1 })), 'NotSupported.PageNumberAndPageSize');
  });

  const vpcModels = require('@alicloud/vpc20160428');
  const vpc = new vpcModels.default(config(types));
  await check('@alicloud/vpc20160428', 'DescribeVpcs equals the seed', async () => {
    const { body } = await vpc.describeVpcs(new vpcModels.DescribeVpcsRequest({ regionId: 'cn-hangzhou', pageSize: 50 }));
    const rows = seed('vpcs.json').Vpcs.Vpc;
    assert.equal(body.totalCount, rows.length);
    assert.deepEqual(body.vpcs.vpc.map(v => [v.vpcId, v.cidrBlock, v.vSwitchIds.vSwitchId]), rows.map(v => [v.VpcId, v.CidrBlock, v.VSwitchIds.VSwitchId]));
  });
  await check('@alicloud/vpc20160428', 'DescribeVSwitches pages through the seed', async () => {
    const all = [];
    for (let pageNumber = 1; pageNumber <= 3; pageNumber++) {
      const { body } = await vpc.describeVSwitches(new vpcModels.DescribeVSwitchesRequest({ regionId: 'cn-hangzhou', pageSize: 4, pageNumber }));
      all.push(...body.vSwitches.vSwitch);
    }
    const rows = seed('vswitches.json').VSwitches.VSwitch;
    assert.deepEqual(all.map(v => [v.vSwitchId, v.zoneId, Number(v.availableIpAddressCount)]), rows.map(v => [v.VSwitchId, v.ZoneId, v.AvailableIpAddressCount]));
  });
  await check('@alicloud/vpc20160428', 'DescribeVSwitches needs a region or a VPC', () =>
    refused(vpc.describeVSwitches(new vpcModels.DescribeVSwitchesRequest({})), 'MissingParameter.RegionId'));
  await check('@alicloud/vpc20160428', 'another region is not here', () =>
    refused(vpc.describeVpcs(new vpcModels.DescribeVpcsRequest({ regionId: 'cn-beijing' })), 'InvalidRegionId.NotFound'));
}

async function generic(packageName) {
  const library = require(packageName);
  const types = library.$OpenApiUtil ?? library;
  const runtime = () => (packageName.endsWith('core')
    ? new (require('@darabonba/typescript').RuntimeOptions)({})
    : new (require('@alicloud/tea-util').RuntimeOptions)({}));
  const call = async (credentials, action, version, query, more = {}) => {
    const client = new library.default(config(types, credentials));
    const params = new types.Params({
      action, version, protocol: 'HTTP', method: 'POST', pathname: '/', authType: 'AK', style: 'RPC', reqBodyType: 'formData', bodyType: 'json', ...more.params,
    });
    return (await client.callApi(params, new types.OpenApiRequest({ query, body: more.body, headers: {} }), runtime())).body;
  };
  const ok = (title, body) => check(packageName, title, body);

  await ok('NLB ListLoadBalancers is flat', async () => {
    const got = await call({}, 'ListLoadBalancers', '2022-04-30', { RegionId: 'cn-hangzhou', MaxResults: '2' });
    const rest = await call({}, 'ListLoadBalancers', '2022-04-30', { RegionId: 'cn-hangzhou', MaxResults: '2', NextToken: got.NextToken });
    assert.deepEqual([...got.LoadBalancers, ...rest.LoadBalancers], seed('nlbs.json').LoadBalancers);
    assert.equal(rest.NextToken, '');
  });
  await ok('NLB takes a flattened list of ids', async () => {
    const id = seed('nlbs.json').LoadBalancers[1].LoadBalancerId;
    const got = await call({}, 'ListLoadBalancers', '2022-04-30', { RegionId: 'cn-hangzhou', 'LoadBalancerIds.1': id });
    assert.deepEqual(got.LoadBalancers.map(b => b.LoadBalancerId), [id]);
  });
  await ok('NLB GetLoadBalancerAttribute is one and knows who is missing', async () => {
    const id = seed('nlbs.json').LoadBalancers[0].LoadBalancerId;
    assert.equal((await call({}, 'GetLoadBalancerAttribute', '2022-04-30', { LoadBalancerId: id })).LoadBalancerId, id);
    await refused(call({}, 'GetLoadBalancerAttribute', '2022-04-30', { LoadBalancerId: 'nlb-none' }), 'ResourceNotFound.loadBalancer');
  });
  await ok('STS GetCallerIdentity knows the account', async () => {
    const got = await call({}, 'GetCallerIdentity', '2015-04-01', {});
    assert.equal(got.AccountId, '1234567890123456');
    assert.equal(got.IdentityType, 'Account');
  });
  const role = { RoleArn: 'acs:ram::1234567890123456:role/deployer', RoleSessionName: 'referee' };
  await ok('STS AssumeRole gives credentials that work, and only with their token', async () => {
    const { Credentials } = await call({}, 'AssumeRole', '2015-04-01', role);
    const session = { accessKeyId: Credentials.AccessKeyId, accessKeySecret: Credentials.AccessKeySecret, securityToken: Credentials.SecurityToken };
    assert.equal((await call(session, 'GetCallerIdentity', '2015-04-01', {})).IdentityType, 'AssumedRoleUser');
    await refused(call({ ...session, securityToken: undefined }, 'GetCallerIdentity', '2015-04-01', {}), 'MissingSecurityToken');
    await refused(call({ ...session, securityToken: 'other' }, 'GetCallerIdentity', '2015-04-01', {}), 'InvalidSecurityToken.Malformed');
  });
  await ok('STS AssumeRole takes a form', async () => {
    assert.match((await call({}, 'AssumeRole', '2015-04-01', {}, { body: role })).Credentials.AccessKeyId, /^STS\./);
  });
  await ok('STS AssumeRole refuses by name', async () => {
    await refused(call({}, 'AssumeRole', '2015-04-01', { ...role, RoleArn: 'role' }), 'InvalidParameter.RoleArn');
    await refused(call({}, 'AssumeRole', '2015-04-01', { ...role, DurationSeconds: '10' }), 'InvalidParameter.DurationSeconds');
    await refused(call({}, 'AssumeRole', '2015-04-01', { ...role, RoleArn: 'acs:ram::1234567890123456:role/no-such-role' }), 'EntityNotExist.Role');
    await refused(call({}, 'AssumeRole', '2015-04-01', { RoleArn: role.RoleArn }), 'MissingParameter.RoleSessionName');
  });
  await ok('STS AssumeRoleWithOIDC is anonymous', async () => {
    const got = await call({}, 'AssumeRoleWithOIDC', '2015-04-01', {}, {
      params: { authType: 'Anonymous' },
      body: { ...role, OIDCProviderArn: 'acs:ram::1234567890123456:oidc-provider/ci', OIDCToken: 'a.b.c' },
    });
    assert.match(got.Credentials.AccessKeyId, /^STS\./);
  });
  await ok('RPC works by GET too', async () => {
    assert.equal((await call({}, 'GetCallerIdentity', '2015-04-01', {}, { params: { method: 'GET' } })).AccountId, '1234567890123456');
  });
  await ok('RPC refuses unknown actions, versions and parameters', async () => {
    await refused(call({}, 'TerminateEverything', '2015-04-01', {}), 'InvalidAction.NotFound');
    await refused(call({}, 'GetCallerIdentity', '2019-01-01', {}), 'InvalidApi.NotFound');
    await refused(call({}, 'GetCallerIdentity', '2015-04-01', { Colour: 'red' }), 'InvalidParameter');
  });
  await ok('a bearer token speaks for the first account', async () => {
    const bearer = { type: 'bearer', bearerToken: 'emulatorTestBearerToken', accessKeyId: undefined, accessKeySecret: undefined };
    assert.equal((await call(bearer, 'GetCallerIdentity', '2015-04-01', {})).AccountId, '1234567890123456');
    await refused(call({ ...bearer, bearerToken: 'other' }, 'GetCallerIdentity', '2015-04-01', {}), 'InvalidBearerToken');
  });
}

async function legacyRpc() {
  const name = '@alicloud/pop-core RPC (signature v1)';
  const { RPCClient } = require('@alicloud/pop-core');
  const client = more => new RPCClient({
    accessKeyId: emulator.accessKeyId, accessKeySecret: emulator.accessKeySecret, endpoint: emulator.address, apiVersion: '2015-04-01', ...more,
  });
  for (const method of ['GET', 'POST']) {
    await check(name, `GetCallerIdentity by ${method}`, async () => {
      assert.equal((await client().request('GetCallerIdentity', {}, { method })).AccountId, '1234567890123456');
    });
    await check(name, `AssumeRole by ${method} with hard characters`, async () => {
      const parameters = { RoleArn: 'acs:ram::1234567890123456:role/deployer', RoleSessionName: 'a.b@c-d_e', Policy: '{"Statement":[{"Effect":"Allow (é*!~\')"}]}' };
      const { Credentials } = await client().request('AssumeRole', parameters, { method });
      const session = client({ accessKeyId: Credentials.AccessKeyId, accessKeySecret: Credentials.AccessKeySecret, securityToken: Credentials.SecurityToken });
      assert.equal((await session.request('GetCallerIdentity', {}, { method })).IdentityType, 'AssumedRoleUser');
    });
    await check(name, `a wrong secret by ${method} is refused`, () =>
      refused(client({ accessKeySecret: 'wrong' }).request('GetCallerIdentity', {}, { method }), 'SignatureDoesNotMatch'));
  }
  await check(name, 'RegionId is a common parameter, also where an operation does not name it', async () => {
    assert.equal((await client().request('GetCallerIdentity', { RegionId: 'cn-hangzhou' }, { method: 'POST' })).AccountId, '1234567890123456');
  });
  await check(name, 'flattened lists', async () => {
    const id = seed('nlbs.json').LoadBalancers[0].LoadBalancerId;
    const got = await client({ apiVersion: '2022-04-30' }).request('ListLoadBalancers', { RegionId: 'cn-hangzhou', LoadBalancerIds: [id] }, { method: 'POST' });
    assert.deepEqual(got.LoadBalancers.map(b => b.LoadBalancerId), [id]);
  });
}

async function legacyRoa() {
  const name = '@alicloud/pop-core ROA (signature v1)';
  const { ROAClient } = require('@alicloud/pop-core');
  const client = (apiVersion, more) => new ROAClient({
    accessKeyId: emulator.accessKeyId, accessKeySecret: emulator.accessKeySecret, endpoint: emulator.address, apiVersion, ...more,
  });
  await check(name, 'ListImages with hard characters', async () => {
    const got = await client('2021-02-04').get('/api/v1/images', { Labels: 'system.official=true', Name: "vllm (a+b)*!'~ é", Query: '' });
    assert.equal(got.TotalCount, 0);
  });
  await check(name, 'CreateService with a body, DescribeService and DeleteService', async () => {
    const eas = client('2021-07-01');
    const document = JSON.stringify({
      metadata: { name: 'referee_legacy' },
      containers: [{ image: 'registry.example.com/mine:1', port: 8000, command: 'serve é' }],
      cloud: { computing: { instance_type: 'ecs.c7.large' } },
    });
    assert.equal((await eas.post('/api/v2/services', {}, document, { 'content-type': 'application/json' })).Status, 'Creating');
    assert.equal((await eas.get('/api/v2/services/cn-hangzhou/referee_legacy')).Status, 'Running');
    await eas.delete('/api/v2/services/cn-hangzhou/referee_legacy');
  });
  await check(name, 'a changed document is a new version', async () => {
    const eas = client('2021-07-01');
    const path = '/api/v2/services/cn-hangzhou/referee_changed';
    const document = { metadata: { name: 'referee_changed' }, containers: [{ image: 'registry.example.com/mine:1', command: 'serve' }], cloud: { computing: { instance_type: 'ecs.c7.large' } } };
    await eas.post('/api/v2/services', {}, JSON.stringify(document), { 'content-type': 'application/json' });
    assert.equal((await eas.get(path)).LatestVersion, 1);
    await eas.put(path, { UpdateType: 'replace' }, JSON.stringify({ ...document, runtime: { termination_grace_period: 40 } }), { 'content-type': 'application/json' });
    assert.equal((await eas.get(path)).LatestVersion, 2);
    await eas.delete(path);
  });
  await check(name, 'a wrong secret is refused', () =>
    refused(client('2021-07-01', { accessKeySecret: 'wrong' }).get('/api/v2/services'), 'SignatureDoesNotMatch'));
}
