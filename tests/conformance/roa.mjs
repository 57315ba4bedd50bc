// EAS and AIWorkSpace through the generic callApi of the official OpenAPI clients.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { check, emulator, refused, seed } from './checks.mjs';

const require = createRequire(import.meta.url);
const encode = segment => encodeURIComponent(segment);

export async function roa(packageName) {
  const { call, api } = generic(packageName);
  const eas = (action, method, path, query, body) => api(action, '2021-07-01', method, `/api/v2${path}`, query, body);
  const workspace = (action, path, query) => api(action, '2021-02-04', 'GET', `/api/v1${path}`, query);
  const name = `referee_${packageName.split('/')[1].replaceAll('-', '_')}`;
  const ok = (title, body) => check(packageName, title, body);

  const images = seed('images.json').Images;
  await ok('ListImages pages through every official EAS image, oldest first', async () => {
    const labels = 'system.official=true,system.supported.eas=true';
    const pages = [];
    for (let page = 1; page <= 3; page++) {
      pages.push(await workspace('ListImages', '/images', { Labels: labels, Verbose: 'true', PageNumber: `${page}`, PageSize: '50' }));
    }
    const expected = images
      .filter(i => i.Labels.some(l => l.Key === 'system.official' && l.Value === 'true') && i.Labels.some(l => l.Key === 'system.supported.eas' && l.Value === 'true'))
      .sort((a, b) => (a.GmtCreateTime < b.GmtCreateTime ? -1 : a.GmtCreateTime > b.GmtCreateTime ? 1 : 0));
    assert.ok(expected.length > 50);
    assert.equal(pages[0].TotalCount, expected.length);
    assert.deepEqual(pages.flatMap(p => p.Images), expected);
  });
  await ok('ListImages shows no labels unless asked', async () => {
    const page = await workspace('ListImages', '/images', { Name: 'sglang' });
    assert.ok(page.Images.length > 0 && page.Images.length <= 20);
    assert.ok(page.Images.every(i => i.Labels === undefined && i.Name.includes('sglang')));
  });
  await ok('ListImages takes hard characters', async () => {
    assert.equal((await workspace('ListImages', '/images', { Name: "vllm (a+b)*!'~ é", Query: '100% & more=' })).TotalCount, 0);
  });
  await ok('GetImage has the row without its id', async () => {
    const row = images.find(i => i.Name === 'vllm:0.14.0-gpu');
    const got = await workspace('GetImage', `/images/${row.ImageId}`, { Verbose: 'true' });
    const { RequestId, EasConfig, ...rest } = got;
    const { ImageId, ...expected } = row;
    assert.deepEqual(rest, expected);
    assert.equal(EasConfig.port, 8000);
    assert.equal((await workspace('GetImage', `/images/${row.ImageId}`)).Labels, undefined);
  });
  await ok('GetImage of an unknown id is not found', () => refused(workspace('GetImage', '/images/image-none'), 'InvalidImage.NotFound'));
  await ok('ListWorkspaces equals the seed', async () => {
    const expected = seed('workspaces.json').Workspaces;
    const got = await workspace('ListWorkspaces', '/workspaces', { PageSize: '100' });
    assert.equal(got.TotalCount, expected.length);
    assert.deepEqual(new Set(got.Workspaces.map(w => JSON.stringify(w))), new Set(expected.map(w => JSON.stringify(w))));
  });
  await ok('ListWorkspaces filters by status', async () => {
    const got = await workspace('ListWorkspaces', '/workspaces', { Status: 'FROZEN' });
    assert.deepEqual(got.Workspaces.map(w => w.WorkspaceId), ['404455']);
  });
  await ok('DescribeMachineSpec equals the seed', async () => {
    const got = await eas('DescribeMachineSpec', 'GET', '/public/instance_types');
    assert.deepEqual(got.InstanceMetas, seed('machine-specs.json').InstanceMetas);
  });
  await ok('ListResources equals the seed', async () => {
    const got = await eas('ListResources', 'GET', '/resources', { Sort: 'GpuCount', Order: 'Desc' });
    const rows = seed('resources.json').Resources;
    assert.equal(got.TotalCount, rows.length);
    assert.equal(got.Resources[0].GpuCount, Math.max(...rows.map(r => r.GpuCount)));
  });
  await ok('DescribeService of a free name is not found', () =>
    refused(eas('DescribeService', 'GET', `/services/cn-hangzhou/${encode(name)}`), 'InvalidService.NotFound'));

  const document = JSON.stringify({
    metadata: { name, instance: 2 },
    containers: [{ image: images.find(i => i.Name === 'vllm:0.14.0-gpu').ImageUri, port: 8000, script: 'vllm serve /model_dir --port 8000' }],
    storage: [{ mount_path: '/model_dir', oss: { path: 'oss://yqtest-model/Qwen3.5-0.8B/', readOnly: true } }],
    cloud: { computing: { instance_type: 'ecs.gn7i-c16g1.4xlarge' } },
  });
  let token;
  await ok('CreateService answers Creating', async () => {
    const got = await eas('CreateService', 'POST', '/services', { WorkspaceId: '312319', Labels: JSON.stringify({ team: 'ml ops' }) }, document);
    assert.equal(got.Status, 'Creating');
    assert.equal(got.ServiceName, name);
    assert.match(got.ServiceId, /^eas-m-/);
  });
  await ok('CreateService refuses a duplicate with 409', async () => {
    const error = await refused(eas('CreateService', 'POST', '/services', {}, document), 'InvalidService.AlreadyExists');
    assert.equal(error.statusCode ?? error.data?.statusCode, 409);
  });
  await ok('DescribeService is flat and running', async () => {
    const got = await eas('DescribeService', 'GET', `/services/cn-hangzhou/${name}`);
    assert.equal(got.Status, 'Running');
    assert.equal(got.TotalInstance, 2);
    assert.equal(got.Gpu, 1);
    assert.deepEqual(JSON.parse(got.ServiceConfig).containers, JSON.parse(document).containers.map(c => ({ ...c, name: 'worker0' })));
    assert.deepEqual(got.Labels, [{ LabelKey: 'team', LabelValue: 'ml ops' }]);
    token = got.AccessToken;
  });
  await ok('ListServices finds it by label and shows no token', async () => {
    const got = await eas('ListServices', 'GET', '/services', { Label: JSON.stringify({ team: 'ml ops' }), Filter: name });
    assert.equal(got.TotalCount, 1);
    assert.equal(got.Services[0].AccessToken, undefined);
    assert.equal(got.Services[0].InternetEndpoint, undefined);
  });
  await ok('DescribeServiceEndpoints lists the default gateway and the token', async () => {
    const got = await eas('DescribeServiceEndpoints', 'GET', `/services/cn-hangzhou/${name}/endpoints`);
    assert.equal(got.AccessToken, token);
    assert.equal(got.Endpoints[0].EndpointType, 'DefaultGateway');
  });
  await ok('DescribeServiceEvent pages', async () => {
    const got = await eas('DescribeServiceEvent', 'GET', `/services/cn-hangzhou/${name}/events`, { PageNum: '2', PageSize: '2' });
    assert.equal(got.Events.length, 2);
    assert.ok(got.TotalCount > 2);
    assert.match(got.Events[0].Time, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });
  await ok('the data plane answers with the token and not without', async () => {
    const url = `${emulator.address}/api/predict/${name}/v1/models`;
    assert.equal((await fetch(url)).status, 401);
    const models = await (await fetch(url, { headers: { Authorization: token } })).json();
    assert.equal(models.data[0].id, '/model_dir');
  });
  const one = `/services/cn-hangzhou/${name}`;
  await ok('UpdateService merges and makes version 2', async () => {
    await eas('UpdateService', 'PUT', one, { UpdateType: 'merge' }, JSON.stringify({ metadata: { disk: 30 } }));
    const got = await eas('DescribeService', 'GET', one);
    assert.equal(JSON.parse(got.ServiceConfig).metadata.disk, 30);
    assert.equal(JSON.parse(got.ServiceConfig).metadata.instance, 2);
    assert.equal(got.LatestVersion, 2);
  });
  await ok('ListServiceVersions has both and UpdateServiceVersion goes back', async () => {
    const versions = await eas('ListServiceVersions', 'GET', `${one}/versions`);
    assert.deepEqual(versions.Versions.map(v => v.ImageId), [2, 1]);
    await eas('UpdateServiceVersion', 'PUT', `${one}/version`, {}, { Version: 1 });
    assert.equal((await eas('DescribeService', 'GET', one)).CurrentVersion, 1);
  });
  await ok('labels are updated and deleted', async () => {
    await eas('UpdateServiceLabel', 'PUT', `${one}/label`, {}, { Labels: { owner: 'a b' } });
    await eas('DeleteServiceLabel', 'DELETE', `${one}/label`, { LabelKeys: JSON.stringify(['team']) });
    assert.deepEqual((await eas('DescribeService', 'GET', one)).Labels, [{ LabelKey: 'owner', LabelValue: 'a b' }]);
  });
  await ok('instances and containers follow the document', async () => {
    const instances = await eas('ListServiceInstances', 'GET', `${one}/instances`);
    assert.equal(instances.TotalCount, 2);
    assert.ok(instances.Instances.every(i => i.Status === 'Running'));
    const containers = await eas('ListServiceContainers', 'GET', `${one}/instances/${instances.Instances[0].InstanceName}/containers`);
    assert.equal(containers.Containers[0].Name, 'worker0');
    assert.equal(containers.Containers[0].CurrentStatus, 'Running');
  });
  await ok('logs are paged lines', async () => {
    const got = await eas('DescribeServiceLog', 'GET', `${one}/logs`, { PageSize: '2' });
    assert.equal(got.Logs.length, 2);
    assert.ok(got.TotalPageNum > 1);
  });
  await ok('a healthy service has nothing to diagnose', async () => {
    assert.deepEqual((await eas('DescribeServiceDiagnosis', 'GET', `${one}/diagnosis`)).DiagnosisList, []);
  });
  await ok('an autoscaler is created, shown, updated and deleted', async () => {
    const body = { min: 1, max: 3, scaleStrategies: [{ metricName: 'qps', threshold: 10 }] };
    await eas('CreateServiceAutoScaler', 'POST', `${one}/autoscaler`, {}, body);
    await eas('UpdateServiceAutoScaler', 'PUT', `${one}/autoscaler`, {}, { ...body, max: 5 });
    const got = await eas('DescribeServiceAutoScaler', 'GET', `${one}/autoscaler`);
    assert.deepEqual([got.MinReplica, got.MaxReplica, got.ScaleStrategies], [1, 5, body.scaleStrategies]);
    await eas('DeleteServiceAutoScaler', 'DELETE', `${one}/autoscaler`);
    await refused(eas('DescribeServiceAutoScaler', 'GET', `${one}/autoscaler`), 'InvalidAutoScaler.NotFound');
  });
  await ok('a cron scaler is created and shown', async () => {
    await eas('CreateServiceCronScaler', 'POST', `${one}/cronscaler`, {}, { ScaleJobs: [{ Name: 'day', Schedule: '0 0 8 * * *', TargetSize: 3 }] });
    assert.equal((await eas('DescribeServiceCronScaler', 'GET', `${one}/cronscaler`)).ScaleJobs[0].TargetSize, 3);
    await eas('DeleteServiceCronScaler', 'DELETE', `${one}/cronscaler`);
  });
  await ok('stop, start and restart end running', async () => {
    await eas('StopService', 'PUT', `${one}/stop`);
    assert.equal((await eas('DescribeService', 'GET', one)).Status, 'Stopped');
    await eas('StartService', 'PUT', `${one}/start`);
    assert.equal((await eas('DescribeService', 'GET', one)).Status, 'Running');
    await eas('RestartService', 'PUT', `${one}/restart`);
    assert.equal((await eas('DescribeService', 'GET', one)).Status, 'Running');
  });
  await ok('a safety lock holds back a delete', async () => {
    await eas('UpdateServiceSafetyLock', 'PUT', `${one}/lock`, {}, { Lock: 'dangerous' });
    await refused(eas('DeleteService', 'DELETE', one), 'Forbidden.SafetyLock');
    await eas('UpdateServiceSafetyLock', 'PUT', `${one}/lock`, {}, { Lock: 'none' });
  });
  await ok('gateways, details and linked VPCs equal the seed', async () => {
    const rows = seed('gateways.json').Gateways;
    assert.equal((await eas('ListGateway', 'GET', '/gateways')).TotalCount, rows.length);
    for (const row of rows) {
      const details = seed('gateway-details.json')[row.GatewayId];
      const { RequestId, ...got } = await eas('DescribeGateway', 'GET', `/gateways/cn-hangzhou/${row.GatewayId}`);
      assert.deepEqual({ ...got, RequestId: details.DescribeGateway.RequestId }, details.DescribeGateway);
      const linked = await eas('ListGatewayIntranetLinkedVpc', 'GET', `/gateways/cn-hangzhou/${row.GatewayId}/intranet_endpoint_linked_vpc`);
      assert.deepEqual(linked.IntranetLinkedVpcList, details.ListGatewayIntranetLinkedVpc.IntranetLinkedVpcList);
    }
    await refused(eas('DescribeGateway', 'GET', '/gateways/cn-hangzhou/gw-none'), 'InvalidGateway.NotFound');
  });
  await ok('DescribeResource has strings where the list has a number and an object', async () => {
    const row = seed('resources.json').Resources[0];
    const got = await eas('DescribeResource', 'GET', `/resources/cn-hangzhou/${row.ResourceId}`);
    assert.equal(got.ServiceCount, `${row.ServiceCount}`);
    assert.equal(got.ExtraData, JSON.stringify(row.ExtraData));
    await refused(eas('DescribeResource', 'GET', '/resources/cn-hangzhou/eas-r-none'), 'InvalidResource.NotFound');
  });
  await ok('datasets equal the seed', async () => {
    const rows = seed('datasets.json').Datasets;
    const workspaceId = rows[0].WorkspaceId;
    const got = await workspace('ListDatasets', '/datasets', { WorkspaceId: workspaceId });
    assert.deepEqual(got.Datasets, rows.filter(d => d.WorkspaceId === workspaceId));
    const { RequestId, ...single } = await workspace('GetDataset', `/datasets/${rows[0].DatasetId}`);
    assert.deepEqual(single, rows[0]);
    await refused(workspace('GetDataset', '/datasets/d-none'), 'InvalidDataset.NotFound');
  });
  await ok('an operation that is not emulated says so', () => refused(eas('DescribeServiceRollout', 'GET', `${one}/rollout`), 'EmulatorOperationAbsent'));
  await ok('an unknown query parameter is refused', () => refused(eas('ListServices', 'GET', '/services', { Colour: 'red' }), 'InvalidParameter'));
  await ok('a wrong action is refused', () => refused(eas('DescribeNothing', 'GET', '/services'), 'InvalidAction.NotFound'));
  await ok('a wrong version is refused', () => refused(api('ListServices', '2019-01-01', 'GET', '/api/v2/services'), 'InvalidApi.NotFound'));
  await ok('a wrong path is refused', () => refused(eas('ListServices', 'GET', '/servicez'), 'InvalidApi.NotFound'));
  await ok('a wrong secret is refused', () => refused(call('wrong', 'ListServices', '2021-07-01', 'GET', '/api/v2/services'), 'SignatureDoesNotMatch'));
  await ok('DeleteService ends in not found', async () => {
    await eas('DeleteService', 'DELETE', `/services/cn-hangzhou/${name}`);
    await refused(eas('DescribeService', 'GET', `/services/cn-hangzhou/${name}`), 'InvalidService.NotFound');
  });
}

function generic(packageName) {
  const library = require(packageName);
  const types = library.$OpenApiUtil ?? library;
  const Client = library.default;
  const tea = packageName.endsWith('core') ? null : require('@alicloud/tea-util');
  const runtime = () => (tea ? new tea.RuntimeOptions({}) : new (require('@darabonba/typescript').RuntimeOptions)({}));
  const call = async (secret, action, version, method, pathname, query, body) => {
    const client = new Client(new types.Config({
      accessKeyId: emulator.accessKeyId, accessKeySecret: secret, endpoint: emulator.host, protocol: 'http', regionId: 'cn-hangzhou',
    }));
    const params = new types.Params({
      action, version, protocol: 'HTTP', method, pathname, authType: 'AK', style: 'ROA', reqBodyType: 'json', bodyType: 'json',
    });
    const answer = await client.callApi(params, new types.OpenApiRequest({ query: query ?? {}, body, headers: {} }), runtime());
    return answer.body;
  };
  return { call, api: (...rest) => call(emulator.accessKeySecret, ...rest) };
}
