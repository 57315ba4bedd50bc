// EAS: many services - filters, order and pages of the list.
import { assert, check, refused, region, seed } from './checks.mjs';
import { generic } from './clients.mjs';
import { document, serviceName } from './services.mjs';

export async function lists(packageName) {
  const { eas } = generic(packageName);
  const ok = (title, body) => check(packageName, title, body);
  const group = seed('resources').Resources.find(r => r.Status === 'ResourceReady' && r.CpuCount - r.CpuUsed > 8);
  const gateway = seed('gateways').Gateways.find(g => g.InternetEnabled);
  const names = [0, 1, 2, 3, 4].map(i => serviceName(packageName, `_list_${i}`));
  const list = async query => await eas('ListServices', 'GET', '/services', { Filter: serviceName(packageName, '_list_'), ...query });
  const listed = async query => (await list(query)).Services.map(s => s.ServiceName);

  for (const [index, name] of names.entries()) {
    const body = document(name, { metadata: { name, instance: 1 } });
    if (index === 3) {
      Object.assign(body, {
        metadata: { name, instance: 1, cpu: 2, memory: 4096, resource: group.ResourceId },
        networking: { gateway: gateway.GatewayId },
        containers: [{ image: 'registry.example.com/mine:1', port: 8000, command: 'serve' }],
      });
      delete body.cloud;
    }
    await eas(
      'CreateService',
      'POST',
      '/services',
      {
        Labels: JSON.stringify({ index: `${index}`, ...(index % 2 ? { odd: 'yes, it is' } : {}) }),
        ...(index === 4 ? {} : { WorkspaceId: '312319' }),
      },
      JSON.stringify(body),
    );
  }
  await eas('StopService', 'PUT', `/services/${region}/${names[1]}/stop`);
  await eas(
    'CreateServiceAutoScaler',
    'POST',
    `/services/${region}/${names[2]}/autoscaler`,
    {},
    { min: 1, max: 3, scaleStrategies: [{ metricName: 'qps', threshold: 10 }] },
  );

  await ok('ListServices pages through all, newest first or oldest first', async () => {
    const pages = [];
    for (const page of ['1', '2', '3']) pages.push(await list({ PageSize: '2', PageNumber: page, Order: 'asc' }));
    assert.deepEqual(
      pages.map(p => p.TotalCount),
      [5, 5, 5],
    );
    assert.deepEqual(
      pages.flatMap(p => p.Services.map(s => s.ServiceName)),
      names,
    );
    assert.deepEqual(await listed({}), [...names].reverse());
    assert.deepEqual((await list({ PageNumber: '9' })).Services, []);
  });
  await ok('ListServices sorts by name and by time', async () => {
    assert.deepEqual(await listed({ Sort: 'ServiceName' }), [...names].reverse());
    assert.deepEqual(await listed({ Sort: 'CreateTime', Order: 'asc' }), names);
    await eas('RestartService', 'PUT', `/services/${region}/${names[0]}/restart`);
    assert.equal((await listed({ Sort: 'UpdateTime' }))[0], names[0]);
    await refused(list({ Sort: 'Colour' }), 'InvalidParameter', 400);
  });
  await ok('ListServices shows neither token nor endpoint', async () => {
    const got = await list({});
    assert.ok(got.Services.every(s => s.AccessToken === undefined && s.InternetEndpoint === undefined && s.IntranetEndpoint === undefined));
  });
  await ok('ListServices filters by label, key alone and key with value', async () => {
    assert.deepEqual(await listed({ Label: JSON.stringify({ odd: null }) }), [names[3], names[1]]);
    assert.deepEqual(await listed({ Label: JSON.stringify({ odd: 'yes, it is', index: '1' }) }), [names[1]]);
    assert.deepEqual(await listed({ Label: JSON.stringify({ index: '9' }) }), []);
    await refused(list({ Label: 'odd' }), 'InvalidParameter', 400);
  });
  await ok('ListServices filters by what a service has', async () => {
    assert.deepEqual(await listed({ ServiceName: names[2] }), [names[2]]);
    assert.deepEqual(await listed({ ServiceStatus: 'Stopped' }), [names[1]]);
    assert.deepEqual(await listed({ ResourceId: group.ResourceId }), [names[3]]);
    assert.deepEqual(await listed({ Gateway: gateway.GatewayId }), [names[3]]);
    assert.deepEqual(await listed({ WorkspaceId: '312319' }), names.slice(0, 4).reverse());
    assert.deepEqual(await listed({ IncludeNoWorkspace: 'false' }), names.slice(0, 4).reverse());
    assert.deepEqual(await listed({ AutoscalerEnabled: 'true' }), [names[2]]);
    assert.deepEqual(await listed({ ServiceType: 'Standard' }), [...names].reverse());
    assert.deepEqual(await listed({ ResourceType: 'DedicatedResource' }), [names[3]]);
    assert.deepEqual(await listed({ QuotaId: 'quota-none' }), []);
  });
  await ok('ListServices refuses an order, a page and a parameter it does not know', async () => {
    await refused(list({ Order: 'up' }), 'InvalidParameter', 400);
    await refused(list({ PageSize: '0' }), 'InvalidParameter', 400);
    await refused(list({ Colour: 'red' }), 'InvalidParameter', 400);
    await refused(list({ AutoscalerEnabled: 'maybe' }), 'InvalidParameter', 400);
  });
  await ok("ListResourceServices and the gateway's endpoints know the service there", async () => {
    const got = await eas('ListResourceServices', 'GET', `/resources/${region}/${group.ResourceId}/services`);
    assert.deepEqual(
      got.Services.map(s => s.ServiceName),
      [names[3]],
    );
    const { Endpoints } = await eas('DescribeServiceEndpoints', 'GET', `/services/${region}/${names[3]}/endpoints`);
    assert.deepEqual(
      Endpoints.map(e => [e.EndpointType, e.BackendId]),
      [['PrivateGateway', gateway.GatewayId]],
    );
  });
  for (const name of names) await eas('DeleteService', 'DELETE', `/services/${region}/${name}`);
}
