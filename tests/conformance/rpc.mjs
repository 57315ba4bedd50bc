// ECS and VPC through their own clients, NLB and STS through the generic ones.
import { assert, check, refused, region, seed, stranger, without } from './checks.mjs';
import { ecsClient, generic, vpcClient } from './clients.mjs';

const RegionId = region;

export async function ecs() {
  const { models, client } = ecsClient();
  const rows = seed('security-groups').SecurityGroups.SecurityGroup;
  const ask = async request => (await client.describeSecurityGroups(new models.DescribeSecurityGroupsRequest(request))).body;
  const ids = async request =>
    (await ask({ regionId: region, maxResults: 100, ...request })).securityGroups.securityGroup.map(g => g.securityGroupId);
  const ok = (title, body) => check('@alicloud/ecs20140526', title, body);

  await ok('DescribeSecurityGroups walks by NextToken', async () => {
    const all = [];
    let nextToken;
    for (let pages = 0; pages < 10 && (pages === 0 || nextToken); pages++) {
      const body = await ask({ regionId: region, maxResults: 2, nextToken });
      all.push(...body.securityGroups.securityGroup);
      nextToken = body.nextToken;
    }
    assert.deepEqual(
      all.map(g => [g.securityGroupId, g.securityGroupName, g.vpcId, g.serviceManaged, g.securityGroupType, g.ruleCount]),
      rows.map(g => [g.SecurityGroupId, g.SecurityGroupName, g.VpcId, g.ServiceManaged, g.SecurityGroupType, g.RuleCount]),
    );
  });
  await ok('DescribeSecurityGroups still pages by number', async () => {
    const page = await ask({ regionId: region, pageNumber: 2, pageSize: 2 });
    assert.deepEqual(
      page.securityGroups.securityGroup.map(g => g.securityGroupId),
      rows.slice(2, 4).map(g => g.SecurityGroupId),
    );
    assert.deepEqual([page.totalCount, page.pageNumber, page.pageSize], [rows.length, 2, 2]);
  });
  await ok('DescribeSecurityGroups filters', async () => {
    const where = filter => rows.filter(filter).map(g => g.SecurityGroupId);
    assert.deepEqual(
      await ids({ vpcId: rows[0].VpcId }),
      where(g => g.VpcId === rows[0].VpcId),
    );
    assert.deepEqual(
      await ids({ securityGroupType: 'enterprise' }),
      where(g => g.SecurityGroupType === 'enterprise'),
    );
    assert.deepEqual(
      await ids({ securityGroupName: rows[1].SecurityGroupName }),
      where(g => g.SecurityGroupName === rows[1].SecurityGroupName),
    );
    assert.deepEqual(await ids({ securityGroupIds: JSON.stringify([rows[0].SecurityGroupId, rows[2].SecurityGroupId]) }), [
      rows[0].SecurityGroupId,
      rows[2].SecurityGroupId,
    ]);
    assert.deepEqual(await ids({ vpcId: 'vpc-none' }), []);
  });
  await ok('DescribeSecurityGroups refuses', async () => {
    await refused(ask({}), 'MissingParameter.RegionId', 400);
    await refused(ask({ regionId: 'cn-beijing' }), 'InvalidRegionId.NotFound', 404);
    await refused(ask({ regionId: region, maxResults: 5, pageNumber: 1 }), 'NotSupported.PageNumberAndPageSize', 400);
    await refused(ask({ regionId: region, nextToken: 'made up' }), 'InValidParameter.NextToken', 400);
    await refused(ask({ regionId: region, securityGroupType: 'odd' }), 'InvalidParameter.SecurityGroupType', 400);
  });
  await ok('a dry run changes nothing and says so; a stranger sees nothing; a wrong secret is refused', async () => {
    await refused(ask({ regionId: region, dryRun: true }), 'DryRunOperation', 400);
    const other = ecsClient(stranger).client;
    const got = await other.describeSecurityGroups(new models.DescribeSecurityGroupsRequest({ regionId: region, maxResults: 10 }));
    assert.deepEqual(got.body.securityGroups.securityGroup, []);
    await refused(
      ecsClient({ accessKeySecret: 'wrong' }).client.describeSecurityGroups(new models.DescribeSecurityGroupsRequest({ regionId: region })),
      'SignatureDoesNotMatch',
      400,
    );
  });
}

export async function vpc() {
  const { models, client } = vpcClient();
  const vpcs = seed('vpcs').Vpcs.Vpc;
  const switches = seed('vswitches').VSwitches.VSwitch;
  const askVpcs = async request =>
    (await client.describeVpcs(new models.DescribeVpcsRequest({ regionId: region, pageSize: 50, ...request }))).body;
  const askSwitches = async request => (await client.describeVSwitches(new models.DescribeVSwitchesRequest(request))).body;
  const ok = (title, body) => check('@alicloud/vpc20160428', title, body);

  await ok('DescribeVpcs equals the seed', async () => {
    const body = await askVpcs({});
    assert.equal(body.totalCount, vpcs.length);
    assert.deepEqual(
      body.vpcs.vpc.map(v => [v.vpcId, v.vpcName, v.cidrBlock, v.status, v.isDefault, v.vSwitchIds.vSwitchId]),
      vpcs.map(v => [v.VpcId, v.VpcName, v.CidrBlock, v.Status, v.IsDefault, v.VSwitchIds.VSwitchId]),
    );
  });
  await ok('DescribeVpcs pages and filters', async () => {
    const ids = async request => (await askVpcs(request)).vpcs.vpc.map(v => v.vpcId);
    assert.deepEqual(
      [...(await ids({ pageSize: 2 })), ...(await ids({ pageSize: 2, pageNumber: 2 }))],
      vpcs.map(v => v.VpcId),
    );
    assert.deepEqual(await ids({ vpcId: `${vpcs[0].VpcId},${vpcs[2].VpcId}` }), [vpcs[0].VpcId, vpcs[2].VpcId]);
    assert.deepEqual(
      await ids({ isDefault: true }),
      vpcs.filter(v => v.IsDefault).map(v => v.VpcId),
    );
  });
  await ok('DescribeVpcs refuses', async () => {
    await refused(askVpcs({ regionId: 'cn-beijing' }), 'InvalidRegionId.NotFound', 404);
    await refused(askVpcs({ pageSize: 51 }), 'InvalidParameter', 400);
    await refused(askVpcs({ vpcId: Array.from({ length: 21 }, (_, i) => `vpc-${i}`).join(',') }), 'InvalidVpcIdNumber.NotSupported', 400);
    await refused(client.describeVpcs(new models.DescribeVpcsRequest({})), 'MissingParameter.RegionId', 400);
  });
  await ok('DescribeVSwitches pages through the seed', async () => {
    const all = [];
    for (let pageNumber = 1; pageNumber <= 3; pageNumber++) {
      all.push(...(await askSwitches({ regionId: region, pageSize: 4, pageNumber })).vSwitches.vSwitch);
    }
    assert.deepEqual(
      all.map(v => [v.vSwitchId, v.vpcId, v.zoneId, v.cidrBlock, Number(v.availableIpAddressCount)]),
      switches.map(v => [v.VSwitchId, v.VpcId, v.ZoneId, v.CidrBlock, v.AvailableIpAddressCount]),
    );
  });
  await ok('DescribeVSwitches filters by VPC alone and by zone', async () => {
    const ids = async request => (await askSwitches({ pageSize: 50, ...request })).vSwitches.vSwitch.map(v => v.vSwitchId);
    assert.deepEqual(
      await ids({ vpcId: vpcs[1].VpcId }),
      switches.filter(v => v.VpcId === vpcs[1].VpcId).map(v => v.VSwitchId),
    );
    assert.deepEqual(
      await ids({ regionId: region, zoneId: switches[0].ZoneId }),
      switches.filter(v => v.ZoneId === switches[0].ZoneId).map(v => v.VSwitchId),
    );
    assert.deepEqual(await ids({ regionId: region, vSwitchId: switches[4].VSwitchId }), [switches[4].VSwitchId]);
  });
  await ok('DescribeVSwitches refuses', async () => {
    await refused(askSwitches({}), 'MissingParameter.RegionId', 400);
    await refused(askSwitches({ regionId: 'cn-beijing' }), 'InvalidRegionId.NotFound', 404);
  });
}

export async function nlb(packageName) {
  const { nlb: call } = generic(packageName);
  const rows = seed('nlbs').LoadBalancers;
  const ok = (title, body) => check(packageName, title, body);

  await ok('NLB ListLoadBalancers is flat and walks by NextToken', async () => {
    const got = await call('ListLoadBalancers', { RegionId, MaxResults: '2' });
    const rest = await call('ListLoadBalancers', { RegionId, MaxResults: '2', NextToken: got.NextToken });
    assert.deepEqual([...got.LoadBalancers, ...rest.LoadBalancers], rows);
    assert.deepEqual([got.TotalCount, rest.NextToken], [rows.length, '']);
  });
  await ok('NLB ListLoadBalancers filters, also by flattened lists', async () => {
    const ids = async query => (await call('ListLoadBalancers', { RegionId, ...query })).LoadBalancers.map(b => b.LoadBalancerId);
    const where = filter => rows.filter(filter).map(b => b.LoadBalancerId);
    assert.deepEqual(await ids({ 'LoadBalancerIds.1': rows[1].LoadBalancerId }), [rows[1].LoadBalancerId]);
    assert.deepEqual(await ids({ 'LoadBalancerNames.1': rows[0].LoadBalancerName, 'LoadBalancerNames.2': rows[2].LoadBalancerName }), [
      rows[0].LoadBalancerId,
      rows[2].LoadBalancerId,
    ]);
    assert.deepEqual(
      await ids({ AddressType: 'Internet' }),
      where(b => b.AddressType === 'Internet'),
    );
    assert.deepEqual(
      await ids({ 'VpcIds.1': rows[0].VpcId }),
      where(b => b.VpcId === rows[0].VpcId),
    );
    assert.deepEqual(
      await ids({ ZoneId: rows[0].ZoneMappings[0].ZoneId }),
      where(b => b.ZoneMappings.some(z => z.ZoneId === rows[0].ZoneMappings[0].ZoneId)),
    );
  });
  await ok('NLB ListLoadBalancers refuses', async () => {
    await refused(call('ListLoadBalancers', { RegionId: 'cn-beijing' }), 'InvalidRegionId.NotFound', 404);
    await refused(call('ListLoadBalancers', { RegionId, NextToken: 'made up' }), 'IllegalParam.NextToken', 400);
    await refused(call('ListLoadBalancers', { RegionId, Colour: 'red' }), 'InvalidParameter', 400);
  });
  await ok('NLB GetLoadBalancerAttribute is one, with its tags in other words', async () => {
    for (const row of rows) {
      const { Tags, Cps, ...rest } = without(await call('GetLoadBalancerAttribute', { LoadBalancerId: row.LoadBalancerId }));
      const { Tags: seedTags, ...expected } = row;
      assert.deepEqual(rest, expected);
      assert.deepEqual(
        Tags,
        seedTags.map(t => ({ TagKey: t.Key, TagValue: t.Value })),
      );
    }
    await refused(call('GetLoadBalancerAttribute', { LoadBalancerId: 'nlb-none' }), 'ResourceNotFound.loadBalancer', 404);
    await refused(call('GetLoadBalancerAttribute', {}), 'MissingParameter.LoadBalancerId', 400);
    await refused(call('GetLoadBalancerAttribute', { LoadBalancerId: rows[0].LoadBalancerId, DryRun: 'true' }), 'DryRunOperation', 400);
  });
}

export async function sts(packageName) {
  const { sts: call, rpc } = generic(packageName);
  const ok = (title, body) => check(packageName, title, body);
  const role = { RoleArn: 'acs:ram::1234567890123456:role/deployer', RoleSessionName: 'referee' };

  await ok('STS GetCallerIdentity knows both accounts', async () => {
    const got = await call('GetCallerIdentity', {});
    assert.deepEqual([got.AccountId, got.IdentityType, got.Arn], ['1234567890123456', 'Account', 'acs:ram::1234567890123456:root']);
    assert.equal((await rpc(stranger, 'GetCallerIdentity', '2015-04-01', {})).AccountId, '6543210987654321');
    assert.equal((await call('GetCallerIdentity', {}, { params: { method: 'GET' } })).AccountId, '1234567890123456');
    await refused(call('GetCallerIdentity', { Colour: 'red' }), 'InvalidParameter', 400);
  });
  await ok('STS AssumeRole gives credentials that work, and only with their token', async () => {
    const { Credentials, AssumedRoleUser } = await call('AssumeRole', { ...role, DurationSeconds: '900' });
    const session = {
      accessKeyId: Credentials.AccessKeyId,
      accessKeySecret: Credentials.AccessKeySecret,
      securityToken: Credentials.SecurityToken,
    };
    const got = await rpc(session, 'GetCallerIdentity', '2015-04-01', {});
    assert.deepEqual([got.IdentityType, got.Arn], ['AssumedRoleUser', 'acs:ram::1234567890123456:assumed-role/deployer/referee']);
    assert.equal(AssumedRoleUser.Arn, 'acs:ram::1234567890123456:role/deployer/referee');
    const left = (Date.parse(Credentials.Expiration) - Date.now()) / 1000;
    assert.ok(left > 800 && left <= 900, `${left} s left`);
    await refused(rpc({ ...session, securityToken: undefined }, 'GetCallerIdentity', '2015-04-01', {}), 'MissingSecurityToken', 403);
    await refused(
      rpc({ ...session, securityToken: 'other' }, 'GetCallerIdentity', '2015-04-01', {}),
      'InvalidSecurityToken.Malformed',
      403,
    );
    const { Credentials: second } = await call('AssumeRole', role);
    await refused(
      rpc({ ...session, securityToken: second.SecurityToken }, 'GetCallerIdentity', '2015-04-01', {}),
      'InvalidSecurityToken.MismatchWithAccessKey',
      403,
    );
  });
  await ok('STS AssumeRole takes a form', async () => {
    assert.match((await call('AssumeRole', {}, { body: role })).Credentials.AccessKeyId, /^STS\./);
  });
  await ok('STS AssumeRole refuses by name', async () => {
    await refused(call('AssumeRole', { ...role, RoleArn: 'role' }), 'InvalidParameter.RoleArn', 400);
    await refused(call('AssumeRole', { ...role, RoleSessionName: 'a b' }), 'InvalidParameter.RoleSessionName', 400);
    await refused(call('AssumeRole', { ...role, DurationSeconds: '10' }), 'InvalidParameter.DurationSeconds', 400);
    await refused(call('AssumeRole', { ...role, Policy: '{' }), 'InvalidParameter.PolicyGrammar', 400);
    await refused(call('AssumeRole', { ...role, RoleArn: 'acs:ram::1234567890123456:role/no-such-role' }), 'EntityNotExist.Role', 404);
    await refused(call('AssumeRole', { RoleArn: role.RoleArn }), 'MissingParameter.RoleSessionName', 400);
  });
  await ok('STS AssumeRoleWithOIDC is anonymous', async () => {
    const anonymous = body => call('AssumeRoleWithOIDC', {}, { params: { authType: 'Anonymous' }, body });
    const trusted = { ...role, OIDCProviderArn: 'acs:ram::1234567890123456:oidc-provider/ci', OIDCToken: 'a.b.c' };
    const got = await anonymous(trusted);
    assert.match(got.Credentials.AccessKeyId, /^STS\./);
    assert.equal(got.OIDCTokenInfo.Issuer, trusted.OIDCProviderArn);
    await refused(anonymous({ ...trusted, RoleArn: 'role' }), 'InvalidParameter.RoleArn', 400);
  });
}
