// EAS, what a service can be placed on: instance types, resource groups, gateways.
import { assert, check, refused, region, seed, sorted, stranger, without } from './checks.mjs';
import { generic } from './clients.mjs';

export async function catalog(packageName) {
  const { eas, easAs } = generic(packageName);
  const ok = (title, body) => check(packageName, title, body);

  await ok('DescribeMachineSpec equals the seed', async () => {
    const got = await eas('DescribeMachineSpec', 'GET', '/public/instance_types');
    assert.deepEqual(got.InstanceMetas, seed('machine-specs').InstanceMetas);
    assert.deepEqual(got.Types, seed('machine-specs').Types);
  });
  await ok('DescribeMachineSpec refuses values it does not know', async () => {
    await refused(eas('DescribeMachineSpec', 'GET', '/public/instance_types', { ResourceType: 'Cloud' }), 'InvalidParameter', 400);
    await refused(eas('DescribeMachineSpec', 'GET', '/public/instance_types', { ChargeType: 'Free' }), 'InvalidParameter', 400);
  });
  await ok('DescribeRegions equals the seed', async () => {
    const got = await eas('DescribeRegions', 'GET', '/regions');
    assert.deepEqual(got.Regions, seed('regions').Regions);
    assert.ok(got.Regions.some(r => r.RegionId === region));
    await refused(eas('DescribeRegions', 'GET', '/regions', { Colour: 'red' }), 'InvalidParameter', 400);
  });
  await resources(eas, easAs, ok);
  await gateways(eas, easAs, ok);
}

async function resources(eas, easAs, ok) {
  const rows = seed('resources').Resources;
  const one = rows.find(r => r.InstanceCount > 1);

  await ok('ListResources equals the seed', async () => {
    const got = await eas('ListResources', 'GET', '/resources', { PageSize: '100' });
    assert.equal(got.TotalCount, rows.length);
    assert.deepEqual(got.Resources, sorted(rows, 'CreateTime', true));
    const sortedByGpu = await eas('ListResources', 'GET', '/resources', { Sort: 'GpuCount', Order: 'Asc' });
    assert.deepEqual(sortedByGpu.Resources, sorted(rows, 'GpuCount'));
  });
  await ok('ListResources pages and filters', async () => {
    const ids = async query => (await eas('ListResources', 'GET', '/resources', query)).Resources.map(r => r.ResourceId);
    const all = sorted(rows, 'CreateTime', true).map(r => r.ResourceId);
    assert.deepEqual(
      [
        ...(await ids({ PageSize: '3' })),
        ...(await ids({ PageSize: '3', PageNumber: '2' })),
        ...(await ids({ PageSize: '3', PageNumber: '3' })),
      ],
      all,
    );
    assert.deepEqual(await ids({ ResourceId: one.ResourceId }), [one.ResourceId]);
    assert.deepEqual(
      await ids({ ResourceName: one.ResourceName }),
      sorted(rows, 'CreateTime', true)
        .filter(r => r.ResourceName.includes(one.ResourceName))
        .map(r => r.ResourceId),
    );
    assert.deepEqual(
      await ids({ ResourceType: 'SelfManaged' }),
      rows.filter(r => r.ResourceType === 'SelfManaged').map(r => r.ResourceId),
    );
  });
  await ok('ListResources shows a stranger nothing and refuses page 0', async () => {
    assert.equal((await easAs(stranger, 'ListResources', 'GET', '/resources')).TotalCount, 0);
    await refused(eas('ListResources', 'GET', '/resources', { PageNumber: '0' }), 'InvalidParameter', 400);
  });
  await ok('DescribeResource has strings where the list has a number and an object', async () => {
    for (const row of rows) {
      const { Vendor, ...rest } = row;
      assert.deepEqual(without(await eas('DescribeResource', 'GET', `/resources/${region}/${row.ResourceId}`)), {
        ...rest,
        ServiceCount: `${row.ServiceCount}`,
        ExtraData: JSON.stringify(row.ExtraData),
        OwnerUid: '1234567890123456',
      });
    }
  });
  await ok('DescribeResource finds neither an unknown group nor another region', async () => {
    await refused(eas('DescribeResource', 'GET', `/resources/${region}/eas-r-none`), 'InvalidResource.NotFound', 404);
    await refused(eas('DescribeResource', 'GET', `/resources/cn-beijing/${one.ResourceId}`), 'InvalidResource.NotFound', 404);
  });
  await ok('ListResourceInstances divides the totals of the group', async () => {
    const got = await eas('ListResourceInstances', 'GET', `/resources/${region}/${one.ResourceId}/instances`);
    assert.equal(got.TotalCount, one.InstanceCount);
    assert.equal(
      got.Instances.reduce((sum, i) => sum + i.InstanceCpuCount, 0),
      one.CpuCount,
    );
    assert.equal(
      got.Instances.reduce((sum, i) => sum + i.InstanceGpuCount, 0),
      one.GpuCount,
    );
    assert.ok(got.Instances.every(i => /^\d+M$/.test(i.InstanceMemory)));
    const filtered = await eas('ListResourceInstances', 'GET', `/resources/${region}/${one.ResourceId}/instances`, {
      InstanceName: got.Instances[1].InstanceName,
    });
    assert.deepEqual(filtered.Instances, [got.Instances[1]]);
    await refused(eas('ListResourceInstances', 'GET', `/resources/${region}/eas-r-none/instances`), 'InvalidResource.NotFound', 404);
  });
  await ok('ListResourceServices knows the services on the group', async () => {
    assert.deepEqual((await eas('ListResourceServices', 'GET', `/resources/${region}/${one.ResourceId}/services`)).Services, []);
    await refused(eas('ListResourceServices', 'GET', `/resources/${region}/eas-r-none/services`), 'InvalidResource.NotFound', 404);
  });
}

async function gateways(eas, easAs, ok) {
  const rows = seed('gateways').Gateways;
  const details = seed('gateway-details');

  await ok('ListGateway equals the seed', async () => {
    const got = await eas('ListGateway', 'GET', '/gateways');
    assert.equal(got.TotalCount, rows.length);
    assert.deepEqual(got.Gateways, sorted(rows, 'CreateTime', true));
    assert.equal((await easAs(stranger, 'ListGateway', 'GET', '/gateways')).TotalCount, 0);
  });
  await ok('ListGateway pages and filters', async () => {
    const ids = async query => (await eas('ListGateway', 'GET', '/gateways', query)).Gateways.map(g => g.GatewayId);
    assert.deepEqual(
      [...(await ids({ PageSize: '4', Order: 'asc' })), ...(await ids({ PageSize: '4', PageNumber: '2', Order: 'asc' }))],
      sorted(rows, 'CreateTime').map(g => g.GatewayId),
    );
    assert.deepEqual(await ids({ GatewayName: rows[0].GatewayName }), [rows[0].GatewayId]);
    assert.deepEqual(
      (await ids({ InternetEnabled: 'false' })).sort(),
      rows
        .filter(g => !g.InternetEnabled)
        .map(g => g.GatewayId)
        .sort(),
    );
    await refused(eas('ListGateway', 'GET', '/gateways', { InternetEnabled: 'perhaps' }), 'InvalidParameter', 400);
  });
  await ok('DescribeGateway has the details', async () => {
    for (const { GatewayId } of rows) {
      const { RequestId, ...expected } = details[GatewayId].DescribeGateway;
      assert.deepEqual(without(await eas('DescribeGateway', 'GET', `/gateways/${region}/${GatewayId}`)), expected);
    }
    await refused(eas('DescribeGateway', 'GET', `/gateways/${region}/gw-none`), 'InvalidGateway.NotFound', 404);
  });
  await ok('ListGatewayIntranetLinkedVpc has the linked VPCs', async () => {
    for (const { GatewayId } of rows) {
      const linked = await eas('ListGatewayIntranetLinkedVpc', 'GET', `/gateways/${region}/${GatewayId}/intranet_endpoint_linked_vpc`);
      assert.deepEqual(linked.IntranetLinkedVpcList, details[GatewayId].ListGatewayIntranetLinkedVpc.IntranetLinkedVpcList);
    }
    await refused(
      eas('ListGatewayIntranetLinkedVpc', 'GET', `/gateways/${region}/gw-none/intranet_endpoint_linked_vpc`),
      'InvalidGateway.NotFound',
      404,
    );
  });
  await ok('ListGatewayIntranetSupportedZone has the zones of the vSwitches', async () => {
    const path = id => `/gateways/${region}/${id}/intranet_supported_zone`;
    const zones = [...new Set(seed('vswitches').VSwitches.VSwitch.map(v => v.ZoneId))].sort();
    assert.deepEqual((await eas('ListGatewayIntranetSupportedZone', 'GET', path(rows[0].GatewayId))).Zones, zones);
    await refused(eas('ListGatewayIntranetSupportedZone', 'GET', path('gw-none')), 'InvalidGateway.NotFound', 404);
  });
}
