// EAS: one service through its whole life.
import { assert, check, emulator, refused, region, seed, stranger, without } from './checks.mjs';
import { generic } from './clients.mjs';
import { serviceParts } from './service-parts.mjs';

export function serviceName(packageName, suffix = '') {
  return `referee_${packageName.split('/')[1].replaceAll('-', '_')}${suffix}`;
}

export function document(name, more = {}) {
  return {
    metadata: { name, instance: 2 },
    containers: [
      {
        image: seed('images').Images.find(i => i.Name === 'vllm:0.14.0-gpu').ImageUri,
        port: 8000,
        script: 'vllm serve /model_dir --port 8000',
      },
    ],
    storage: [{ mount_path: '/model_dir', oss: { path: 'oss://yqtest-model/Qwen3.5-0.8B/', readOnly: true } }],
    cloud: { computing: { instance_type: 'ecs.gn7i-c16g1.4xlarge' } },
    ...more,
  };
}

export async function services(packageName) {
  const { eas, easAs } = generic(packageName);
  const ok = (title, body) => check(packageName, title, body);
  const name = serviceName(packageName);
  const one = `/services/${region}/${name}`;
  const wanted = document(name);
  const describe = () => eas('DescribeService', 'GET', one);
  let id;
  let token;

  await ok('every operation on a free name says that the service is not found', async () => {
    for (const [action, method, path, body] of [
      ['DescribeService', 'GET', ''],
      ['UpdateService', 'PUT', '', JSON.stringify(wanted)],
      ['DeleteService', 'DELETE', ''],
      ['StartService', 'PUT', '/start'],
      ['StopService', 'PUT', '/stop'],
      ['RestartService', 'PUT', '/restart'],
      ['ListServiceVersions', 'GET', '/versions'],
      ['DescribeServiceEvent', 'GET', '/events'],
      ['DescribeServiceLog', 'GET', '/logs'],
      ['DescribeServiceDiagnosis', 'GET', '/diagnosis'],
      ['DescribeServiceEndpoints', 'GET', '/endpoints'],
      ['ListServiceInstances', 'GET', '/instances'],
      ['ListServiceContainers', 'GET', '/instances/none/containers'],
      ['DescribeServiceInstanceDiagnosis', 'GET', '/instances/none/diagnosis'],
    ]) {
      await refused(eas(action, method, `${one}${path}`, {}, body), 'InvalidService.NotFound', 404);
    }
  });
  await ok('CreateService refuses what the service would not understand', async () => {
    const refuse = (body, query = {}) =>
      refused(eas('CreateService', 'POST', '/services', query, JSON.stringify(body)), 'InvalidParameter', 400);
    await refuse({ ...wanted, metadata: { name: 'With-Capitals' } });
    await refuse({ ...wanted, containers: [] });
    await refuse({ ...wanted, containers: [{ ...wanted.containers[0], port: 8080 }] });
    await refuse({ ...wanted, cloud: { computing: { instance_type: 'ecs.none' } } });
    await refuse({ ...wanted, colour: 'red' });
    await refuse(wanted, { WorkspaceId: '0' });
    await refused(eas('CreateService', 'POST', '/services', {}, '{"metadata":'), 'InvalidParameter', 400);
  });
  await ok('CreateService answers Creating', async () => {
    const got = await eas(
      'CreateService',
      'POST',
      '/services',
      { WorkspaceId: '312319', Labels: JSON.stringify({ team: 'ml ops' }) },
      JSON.stringify(wanted),
    );
    assert.deepEqual([got.Status, got.ServiceName, got.Region], ['Creating', name, region]);
    assert.match(got.ServiceId, /^eas-m-/);
    assert.equal(got.InternetEndpoint, `${emulator.address}/api/predict/${name}`);
    id = got.ServiceId;
  });
  await ok('CreateService refuses a duplicate with 409, also to a stranger', async () => {
    await refused(eas('CreateService', 'POST', '/services', {}, JSON.stringify(wanted)), 'InvalidService.AlreadyExists', 409);
    await refused(easAs(stranger, 'CreateService', 'POST', '/services', {}, JSON.stringify(wanted)), 'InvalidService.AlreadyExists', 409);
  });
  await ok('DescribeService is flat, running, and as the catalog has the instance type', async () => {
    const type = seed('machine-specs').InstanceMetas.find(t => t.InstanceType === 'ecs.gn7i-c16g1.4xlarge');
    const got = without(await describe());
    assert.deepEqual([got.ServiceName, got.ServiceId, got.ServiceUid, got.WorkspaceId, got.Region], [name, id, id, '312319', region]);
    assert.deepEqual([got.Status, got.TotalInstance, got.RunningInstance, got.PendingInstance], ['Running', 2, 2, 0]);
    assert.deepEqual([got.Cpu, got.Memory, got.Gpu], [type.CPU, type.Memory * 1024, type.GPUAmount]);
    assert.deepEqual(
      [got.CurrentVersion, got.LatestVersion, got.Image, got.CallerUid],
      [1, 1, wanted.containers[0].image, '1234567890123456'],
    );
    assert.deepEqual(
      JSON.parse(got.ServiceConfig).containers,
      wanted.containers.map(c => ({ ...c, name: 'worker0' })),
    );
    assert.deepEqual(got.Labels, [{ LabelKey: 'team', LabelValue: 'ml ops' }]);
    assert.match(got.CreateTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    token = got.AccessToken;
  });
  await ok('a stranger is kept out and another region does not know the name', async () => {
    await refused(easAs(stranger, 'DescribeService', 'GET', one), 'Forbidden.PrivilegeCheckFailed', 403);
    await refused(easAs(stranger, 'DeleteService', 'DELETE', one), 'Forbidden.PrivilegeCheckFailed', 403);
    await refused(eas('DescribeService', 'GET', `/services/cn-beijing/${name}`), 'InvalidService.NotFound', 404);
    assert.equal((await easAs(stranger, 'ListServices', 'GET', '/services')).TotalCount, 0);
  });
  await ok("the emulator's own state agrees", async () => {
    const { services: kept } = await (await fetch(`${emulator.address}/_control/state`)).json();
    const mine = kept.find(s => s.name === name);
    assert.deepEqual([mine.id, mine.accessToken, mine.ownerUid, mine.labels], [id, token, '1234567890123456', { team: 'ml ops' }]);
  });
  await ok('DescribeServiceEndpoints lists the default gateway and the token', async () => {
    const got = await eas('DescribeServiceEndpoints', 'GET', `${one}/endpoints`);
    const address = `${emulator.address}/api/predict/${name}`;
    assert.equal(got.AccessToken, token);
    assert.deepEqual(got.Endpoints, [
      {
        EndpointType: 'DefaultGateway',
        BackendId: 'default',
        PathType: 'Service',
        InternetEndpoints: [address],
        IntranetEndpoints: [address],
      },
    ]);
  });
  await ok('the data plane answers with the token and not without', async () => {
    const url = `${emulator.address}/api/predict/${name}/v1/models`;
    assert.equal((await fetch(url)).status, 401);
    const models = await (await fetch(url, { headers: { Authorization: token } })).json();
    assert.equal(models.data[0].id, '/model_dir');
  });
  await ok('UpdateService merges and makes version 2', async () => {
    assert.match(
      (await eas('UpdateService', 'PUT', one, { UpdateType: 'merge' }, JSON.stringify({ metadata: { disk: 30 } }))).Message,
      new RegExp(name),
    );
    const got = await describe();
    assert.deepEqual(JSON.parse(got.ServiceConfig).metadata, { ...wanted.metadata, disk: 30 });
    assert.deepEqual([got.CurrentVersion, got.LatestVersion, got.Status], [2, 2, 'Running']);
    await refused(eas('UpdateService', 'PUT', one, { UpdateType: 'patch' }, JSON.stringify(wanted)), 'InvalidParameter', 400);
  });
  await ok('ListServiceVersions has both', async () => {
    const got = await eas('ListServiceVersions', 'GET', `${one}/versions`);
    assert.deepEqual([got.TotalCount, got.Versions.map(v => v.ImageId)], [2, [2, 1]]);
    assert.deepEqual(
      got.Versions.map(v => JSON.parse(v.ServiceConfig).metadata.disk),
      [30, undefined],
    );
    const page = await eas('ListServiceVersions', 'GET', `${one}/versions`, { PageNumber: '2', PageSize: '1' });
    assert.deepEqual(page.Versions, [got.Versions[1]]);
  });
  await ok('UpdateServiceVersion goes back, not forward', async () => {
    await refused(eas('UpdateServiceVersion', 'PUT', `${one}/version`, {}, { Version: 2 }), 'InvalidParameter', 400);
    await refused(eas('UpdateServiceVersion', 'PUT', `${one}/version`, {}, {}), 'MissingParameter.Version', 400);
    await eas('UpdateServiceVersion', 'PUT', `${one}/version`, {}, { Version: 1 });
    const got = await describe();
    assert.deepEqual([got.CurrentVersion, got.LatestVersion, JSON.parse(got.ServiceConfig).metadata.disk], [1, 2, undefined]);
  });
  await ok('ScaleService changes the number of instances, not the version', async () => {
    await eas('ScaleService', 'PUT', `${one}/scale`, {}, { Instance: 3 });
    const got = await describe();
    assert.deepEqual([got.TotalInstance, got.RunningInstance, got.LatestVersion], [3, 3, 2]);
    await refused(eas('ScaleService', 'PUT', `${one}/scale`, {}, { Instance: -1 }), 'InvalidParameter', 400);
    await refused(eas('ScaleService', 'PUT', `${one}/scale`, {}, {}), 'MissingParameter.Instance', 400);
    await eas('ScaleService', 'PUT', `${one}/scale`, {}, { Instance: 2 });
  });
  await ok('stop, start and restart end running', async () => {
    await eas('StopService', 'PUT', `${one}/stop`);
    const stopped = await describe();
    assert.deepEqual([stopped.Status, stopped.RunningInstance], ['Stopped', 0]);
    await refused(eas('RestartService', 'PUT', `${one}/restart`), 'InvalidService.StatusConflict', 409);
    await eas('StartService', 'PUT', `${one}/start`);
    assert.equal((await describe()).Status, 'Running');
    await eas('RestartService', 'PUT', `${one}/restart`);
    assert.equal((await describe()).Status, 'Running');
  });
  await ok('a safety lock holds back a delete, and UpdateServiceSafetyLock knows three words', async () => {
    await refused(eas('UpdateServiceSafetyLock', 'PUT', `${one}/lock`, {}, { Lock: 'some' }), 'InvalidParameter', 400);
    await eas('UpdateServiceSafetyLock', 'PUT', `${one}/lock`, {}, { Lock: 'dangerous' });
    assert.equal((await describe()).SafetyLock, 'dangerous');
    await refused(eas('DeleteService', 'DELETE', one), 'Forbidden.SafetyLock', 403);
    await refused(eas('StopService', 'PUT', `${one}/stop`), 'Forbidden.SafetyLock', 403);
    await eas('UpdateServiceSafetyLock', 'PUT', `${one}/lock`, {}, { Lock: 'all' });
    await refused(eas('RestartService', 'PUT', `${one}/restart`), 'Forbidden.SafetyLock', 403);
    await refused(eas('StartService', 'PUT', `${one}/start`), 'Forbidden.SafetyLock', 403);
    await eas('UpdateServiceSafetyLock', 'PUT', `${one}/lock`, {}, { Lock: 'none' });
  });
  await ok('ReleaseService sets traffic state and weight', async () => {
    const release = body => eas('ReleaseService', 'PUT', `${one}/release`, {}, body);
    await release({ TrafficState: 'grouping', Weight: 10 });
    await release({ Weight: -1 });
    const got = await describe();
    assert.deepEqual([got.TrafficState, got.Weight], ['grouping', -1]);
    assert.equal((await eas('ListServices', 'GET', '/services', { Filter: name, TrafficState: 'grouping' })).TotalCount, 1);
    await refused(release({ Weight: 1001 }), 'InvalidParameter', 400);
    await refused(release({ TrafficState: 'alone' }), 'InvalidParameter', 400);
    await refused(release({}), 'MissingParameter.TrafficState', 400);
  });
  await ok('CloneService makes a second one with what is asked for', async () => {
    const copy = `${name}_clone`;
    const path = `/services/${region}/${copy}`;
    const got = without(
      await eas(
        'CloneService',
        'POST',
        `${one}/clone`,
        { Labels: JSON.stringify({ copied: 'yes' }) },
        JSON.stringify({ metadata: { name: copy, instance: 1 } }),
      ),
    );
    assert.deepEqual([got.ServiceName, got.Status, got.Region], [copy, 'Creating', undefined]);
    const clone = await eas('DescribeService', 'GET', path);
    assert.deepEqual([clone.Status, clone.TotalInstance, clone.Image], ['Running', 1, wanted.containers[0].image]);
    assert.deepEqual(clone.Labels, [{ LabelKey: 'copied', LabelValue: 'yes' }]);
    assert.notEqual(clone.AccessToken, token);
    await refused(
      eas('CloneService', 'POST', `${one}/clone`, {}, JSON.stringify({ metadata: { name: copy } })),
      'InvalidService.AlreadyExists',
      409,
    );
    await refused(
      eas('CloneService', 'POST', `${one}_none/clone`, {}, JSON.stringify({ metadata: { name: copy } })),
      'InvalidService.NotFound',
      404,
    );
    await eas('DeleteService', 'DELETE', path);
  });
  await serviceParts(packageName, eas, name);
  await ok('DeleteService ends in not found', async () => {
    await eas('DeleteService', 'DELETE', one);
    await refused(describe(), 'InvalidService.NotFound', 404);
    await refused(eas('DeleteService', 'DELETE', one), 'InvalidService.NotFound', 404);
  });
}
