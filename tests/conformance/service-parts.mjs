// EAS: what hangs on a running service of two instances - labels, events, logs, instances, scalers, diagnosis.
import { assert, check, refused, region } from './checks.mjs';

export async function serviceParts(packageName, eas, name) {
  const ok = (title, body) => check(packageName, title, body);
  const one = `/services/${region}/${name}`;
  const get = (action, path, query) => eas(action, 'GET', `${one}${path}`, query);

  await ok('labels are written as a map, read as a list, and deleted by key', async () => {
    const labels = async () => (await get('DescribeService', '')).Labels;
    await eas('UpdateServiceLabel', 'PUT', `${one}/label`, {}, { Labels: { owner: 'a b', tier: '1' } });
    assert.deepEqual(await labels(), [
      { LabelKey: 'owner', LabelValue: 'a b' },
      { LabelKey: 'team', LabelValue: 'ml ops' },
      { LabelKey: 'tier', LabelValue: '1' },
    ]);
    await eas('DeleteServiceLabel', 'DELETE', `${one}/label`, { LabelKeys: JSON.stringify(['team']) });
    await eas('DeleteServiceLabel', 'DELETE', `${one}/label`, { Keys: 'tier,none' });
    assert.deepEqual(await labels(), [{ LabelKey: 'owner', LabelValue: 'a b' }]);
    await refused(eas('UpdateServiceLabel', 'PUT', `${one}/label`, {}, { Labels: ['owner'] }), 'InvalidParameter', 400);
    await refused(eas('UpdateServiceLabel', 'PUT', `${one}/label`, {}, { Labels: { owner: 1 } }), 'InvalidParameter', 400);
    await refused(eas('DeleteServiceLabel', 'DELETE', `${one}/label`), 'MissingParameter.LabelKeys', 400);
  });
  await ok('DescribeServiceEvent pages and filters', async () => {
    const all = await get('DescribeServiceEvent', '/events');
    assert.ok(all.TotalCount > 4);
    assert.equal(all.Events.length, all.TotalCount);
    const page = await get('DescribeServiceEvent', '/events', { PageNum: '2', PageSize: '2' });
    assert.deepEqual(page.Events, all.Events.slice(2, 4));
    assert.equal(page.TotalPageNum, Math.ceil(all.TotalCount / 2));
    assert.match(all.Events[0].Time, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    assert.deepEqual([all.Events[0].Reason, all.Events[0].Type, all.Events[0].Resource], ['Created', 'Normal', 'Service']);
    assert.equal((await get('DescribeServiceEvent', '/events', { EventType: 'Warning' })).TotalCount, 0);
    assert.equal(
      (await get('DescribeServiceEvent', '/events', { StartTime: '2999-01-01 00:00:00', EndTime: '2999-01-02 00:00:00' })).TotalCount,
      0,
    );
  });
  await ok('DescribeServiceEvent refuses times with T and Z', async () => {
    await refused(get('DescribeServiceEvent', '/events', { StartTime: '2026-01-01T00:00:00Z' }), 'InvalidParameter', 400);
    await refused(get('DescribeServiceEvent', '/events', { EventType: 'Error' }), 'InvalidParameter', 400);
  });
  await ok('DescribeServiceLog pages lines and finds one word', async () => {
    const all = await get('DescribeServiceLog', '/logs');
    assert.ok(all.Logs.some(l => l.includes('vllm serve /model_dir')));
    const page = await get('DescribeServiceLog', '/logs', { PageSize: '2', PageNum: '2' });
    assert.deepEqual(page.Logs, all.Logs.slice(2, 4));
    assert.equal(page.TotalPageNum, Math.ceil(all.TotalCount / 2));
    const found = await get('DescribeServiceLog', '/logs', { Keyword: 'startup complete' });
    assert.ok(found.TotalCount > 0 && found.Logs.every(l => l.includes('startup complete')));
    await refused(get('DescribeServiceLog', '/logs', { StartTime: 'yesterday' }), 'InvalidParameter', 400);
    await refused(get('DescribeServiceLog', '/logs', { InstanceName: 'none' }), 'InvalidInstance.NotFound', 404);
  });
  await instances(eas, ok, one);
  await scalers(eas, ok, one);
  await diagnosis(eas, ok, name);
}

async function instances(eas, ok, one) {
  const list = async query => await eas('ListServiceInstances', 'GET', `${one}/instances`, query);

  await ok('ListServiceInstances follows the document, pages and filters', async () => {
    const all = await list();
    assert.equal(all.TotalCount, 2);
    assert.deepEqual(
      all.Instances.map(i => [i.Status, i.InstanceType, i.ResourceType, i.InstancePort]),
      [
        ['Running', 'ecs.gn7i-c16g1.4xlarge', 'PublicResource', 8000],
        ['Running', 'ecs.gn7i-c16g1.4xlarge', 'PublicResource', 8000],
      ],
    );
    const [first, second] = all.Instances;
    assert.deepEqual((await list({ PageSize: '1', PageNumber: '2' })).Instances, [second]);
    assert.deepEqual((await list({ InstanceName: first.InstanceName })).Instances, [first]);
    assert.deepEqual((await list({ InstanceIP: second.InnerIP })).Instances, [second]);
    assert.equal((await list({ InstanceStatus: 'Failed' })).TotalCount, 0);
    await refused(list({ IsSpot: 'a bit' }), 'InvalidParameter', 400);
  });
  await ok('ListServiceContainers has one row per container', async () => {
    const {
      Instances: [first],
    } = await list();
    const got = await eas('ListServiceContainers', 'GET', `${one}/instances/${first.InstanceName}/containers`);
    assert.deepEqual(
      got.Containers.map(c => [c.Name, c.Port, c.CurrentStatus, c.Ready]),
      [['worker0', 8000, 'Running', true]],
    );
    await refused(eas('ListServiceContainers', 'GET', `${one}/instances/none/containers`), 'InvalidInstance.NotFound', 404);
  });
  await ok('UpdateServiceInstance isolates one instance', async () => {
    const {
      Instances: [first],
    } = await list();
    await eas('UpdateServiceInstance', 'PUT', `${one}/instances/${first.InstanceName}`, {}, { Isolate: true });
    assert.deepEqual(
      (await list()).Instances.map(i => i.Isolated),
      [true, false],
    );
    await refused(
      eas('UpdateServiceInstance', 'PUT', `${one}/instances/${first.InstanceName}`, {}, { Isolate: 'yes' }),
      'InvalidParameter',
      400,
    );
    await refused(eas('UpdateServiceInstance', 'PUT', `${one}/instances/none`, {}, { Isolate: true }), 'InvalidInstance.NotFound', 404);
  });
  await ok('DeleteServiceInstances restarts what it is given', async () => {
    const { Instances: before } = await list();
    await eas('DeleteServiceInstances', 'DELETE', `${one}/instances`, { InstanceList: before[0].InstanceName });
    assert.equal((await list()).Instances[0].RestartCount, before[0].RestartCount + 1);
    await refused(eas('DeleteServiceInstances', 'DELETE', `${one}/instances`, { InstanceList: 'none' }), 'InvalidInstance.NotFound', 404);
  });
}

async function scalers(eas, ok, one) {
  await ok('an autoscaler is created once, shown by other names, replaced and deleted', async () => {
    const body = {
      min: 1,
      max: 3,
      scaleStrategies: [{ metricName: 'qps', threshold: 10 }],
      behavior: { scaleDown: { stabilizationWindowSeconds: 60 } },
    };
    const path = `${one}/autoscaler`;
    await refused(eas('DescribeServiceAutoScaler', 'GET', path), 'InvalidAutoScaler.NotFound', 404);
    await refused(eas('UpdateServiceAutoScaler', 'PUT', path, {}, body), 'InvalidAutoScaler.NotFound', 404);
    await refused(eas('CreateServiceAutoScaler', 'POST', path, {}, { ...body, max: 1 }), 'InvalidParameter', 400);
    await refused(eas('CreateServiceAutoScaler', 'POST', path, {}, { max: 3, scaleStrategies: [] }), 'MissingParameter.min', 400);
    await eas('CreateServiceAutoScaler', 'POST', path, {}, body);
    await refused(eas('CreateServiceAutoScaler', 'POST', path, {}, body), 'InvalidAutoScaler.AlreadyExists', 409);
    const { behavior, ...plain } = body;
    await eas('UpdateServiceAutoScaler', 'PUT', path, {}, { ...plain, max: 5 });
    const got = await eas('DescribeServiceAutoScaler', 'GET', path);
    assert.deepEqual([got.MinReplica, got.MaxReplica, got.ScaleStrategies, got.Behavior], [1, 5, body.scaleStrategies, {}]);
    assert.equal((await eas('DescribeService', 'GET', one)).AutoscalerEnabled, true);
    await eas('DeleteServiceAutoScaler', 'DELETE', path);
    assert.equal((await eas('DescribeService', 'GET', one)).AutoscalerEnabled, false);
    await refused(eas('DeleteServiceAutoScaler', 'DELETE', path), 'InvalidAutoScaler.NotFound', 404);
  });
  await ok('a cron scaler is created once, shown, replaced and deleted', async () => {
    const job = { Name: 'day', Schedule: '0 0 8 * * *', TargetSize: 3 };
    const path = `${one}/cronscaler`;
    await refused(eas('DescribeServiceCronScaler', 'GET', path), 'InvalidCronScaler.NotFound', 404);
    await refused(eas('UpdateServiceCronScaler', 'PUT', path, {}, { ScaleJobs: [job] }), 'InvalidCronScaler.NotFound', 404);
    await refused(
      eas('CreateServiceCronScaler', 'POST', path, {}, { ScaleJobs: [{ ...job, Schedule: '0 8 * * *' }] }),
      'InvalidParameter',
      400,
    );
    await eas('CreateServiceCronScaler', 'POST', path, {}, { ScaleJobs: [job] });
    await refused(eas('CreateServiceCronScaler', 'POST', path, {}, { ScaleJobs: [job] }), 'InvalidCronScaler.AlreadyExists', 409);
    await eas('UpdateServiceCronScaler', 'PUT', path, {}, { ScaleJobs: [{ ...job, TargetSize: 4 }], ExcludeDates: ['* * * 1 1 *'] });
    const got = await eas('DescribeServiceCronScaler', 'GET', path);
    assert.deepEqual(
      got.ScaleJobs.map(j => [j.Name, j.Schedule, j.TargetSize]),
      [['day', '0 0 8 * * *', 4]],
    );
    assert.deepEqual(got.ExcludeDates, ['* * * 1 1 *']);
    await eas('DeleteServiceCronScaler', 'DELETE', path);
    await refused(eas('DeleteServiceCronScaler', 'DELETE', path), 'InvalidCronScaler.NotFound', 404);
  });
}

async function diagnosis(eas, ok, name) {
  const one = `/services/${region}/${name}`;
  await ok('a healthy service has nothing to diagnose, nor have its instances', async () => {
    assert.deepEqual((await eas('DescribeServiceDiagnosis', 'GET', `${one}/diagnosis`)).DiagnosisList, []);
    const {
      Instances: [first],
    } = await eas('ListServiceInstances', 'GET', `${one}/instances`);
    const got = await eas('DescribeServiceInstanceDiagnosis', 'GET', `${one}/instances/${first.InstanceName}/diagnosis`);
    assert.deepEqual(got.Diagnosis, { Error: '', Causes: [], Advices: [] });
    await refused(eas('DescribeServiceInstanceDiagnosis', 'GET', `${one}/instances/none/diagnosis`), 'InvalidInstance.NotFound', 404);
  });
  await ok('a service on the wrong chip fails, says why and is diagnosed', async () => {
    const broken = `${name}_chip`;
    const path = `/services/${region}/${broken}`;
    const { ServiceConfig } = await eas('DescribeService', 'GET', one);
    await eas(
      'CreateService',
      'POST',
      '/services',
      {},
      JSON.stringify({
        metadata: { name: broken },
        containers: JSON.parse(ServiceConfig).containers,
        cloud: { computing: { instance_type: 'ecs.c7.4xlarge' } },
      }),
    );
    const got = await eas('DescribeService', 'GET', path);
    assert.deepEqual([got.Status, got.Reason, got.RunningInstance], ['Failed', 'InstanceCrashed', 0]);
    const events = await eas('DescribeServiceEvent', 'GET', `${path}/events`, { EventType: 'Warning' });
    assert.deepEqual(
      events.Events.map(e => e.Reason),
      ['InstanceCrashed', 'Failed'],
    );
    const {
      DiagnosisList: [found],
    } = await eas('DescribeServiceDiagnosis', 'GET', `${path}/diagnosis`);
    assert.deepEqual([found.Causes, found.Advices.length], [['Chip type mismatch'], 1]);
    await eas('DeleteService', 'DELETE', path);
  });
}
