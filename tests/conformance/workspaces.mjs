// AIWorkSpace: workspaces, images, datasets.
import { assert, check, refused, seed, sorted, stranger, without } from './checks.mjs';
import { generic } from './clients.mjs';

export async function workspaces(packageName) {
  const { workspace } = generic(packageName);
  const ok = (title, body) => check(packageName, title, body);
  const rows = seed('workspaces').Workspaces;

  await ok('ListWorkspaces equals the seed, oldest first', async () => {
    const got = await workspace('ListWorkspaces', '/workspaces', { PageSize: '100' });
    assert.equal(got.TotalCount, rows.length);
    assert.deepEqual(got.Workspaces, sorted(rows, 'GmtCreateTime'));
    assert.deepEqual(got.ResourceLimits, seed('workspaces').ResourceLimits);
  });
  await ok('ListWorkspaces pages and turns its order', async () => {
    const pages = [];
    for (const page of ['1', '2', '3']) {
      pages.push(...(await workspace('ListWorkspaces', '/workspaces', { PageNumber: page, PageSize: '5', Order: 'DESC' })).Workspaces);
    }
    assert.deepEqual(
      pages.map(w => w.WorkspaceId),
      sorted(rows, 'GmtCreateTime', true).map(w => w.WorkspaceId),
    );
    assert.deepEqual((await workspace('ListWorkspaces', '/workspaces', { PageNumber: '99' })).Workspaces, []);
  });
  await ok('ListWorkspaces filters by status, name and ids', async () => {
    const ids = async query =>
      (await workspace('ListWorkspaces', '/workspaces', { PageSize: '100', ...query })).Workspaces.map(w => w.WorkspaceId).sort();
    assert.deepEqual(
      await ids({ Status: 'FROZEN' }),
      rows
        .filter(w => w.Status === 'FROZEN')
        .map(w => w.WorkspaceId)
        .sort(),
    );
    assert.deepEqual(
      await ids({ WorkspaceName: rows[0].WorkspaceName }),
      rows
        .filter(w => w.WorkspaceName.includes(rows[0].WorkspaceName))
        .map(w => w.WorkspaceId)
        .sort(),
    );
    assert.deepEqual(
      await ids({ WorkspaceIds: `${rows[1].WorkspaceId},${rows[2].WorkspaceId}` }),
      [rows[1].WorkspaceId, rows[2].WorkspaceId].sort(),
    );
  });
  await ok('ListWorkspaces refuses an order, a page and a parameter it does not know', async () => {
    await refused(workspace('ListWorkspaces', '/workspaces', { Order: 'asc' }), 'InvalidParameter', 400);
    await refused(workspace('ListWorkspaces', '/workspaces', { PageNumber: '0' }), 'InvalidParameter', 400);
    await refused(workspace('ListWorkspaces', '/workspaces', { Name: 'x' }), 'InvalidParameter', 400);
  });
  await ok('GetWorkspace is flat; its owner shows with Verbose', async () => {
    const { resourceGroupId, ...row } = rows[0];
    assert.deepEqual(without(await workspace('GetWorkspace', `/workspaces/${row.WorkspaceId}`)), {
      ...row,
      ResourceGroupId: resourceGroupId,
    });
    assert.equal((await workspace('GetWorkspace', `/workspaces/${row.WorkspaceId}`, { Verbose: 'true' })).Owner.UserId, '1234567890123456');
    await refused(workspace('GetWorkspace', '/workspaces/0'), 'InvalidWorkspace.NotFound', 404);
  });
  await ok("GetDefaultWorkspace is the seed's default; a stranger has none", async () => {
    const got = await workspace('GetDefaultWorkspace', '/defaultWorkspaces');
    assert.equal(got.WorkspaceId, rows.find(w => w.IsDefault).WorkspaceId);
    assert.deepEqual(got.Conditions, []);
    await refused(workspace('GetDefaultWorkspace', '/defaultWorkspaces', {}, stranger), 'InvalidWorkspace.NotFound', 404);
    assert.equal((await workspace('ListWorkspaces', '/workspaces', {}, stranger)).TotalCount, 0);
  });
  await images(workspace, ok);
  await datasets(workspace, ok);
}

async function images(workspace, ok) {
  const rows = seed('images').Images;
  const has = (image, key, value) => image.Labels.some(l => l.Key === key && (value === undefined || l.Value === value));
  const official = rows.filter(i => has(i, 'system.official', 'true') && has(i, 'system.supported.eas', 'true'));

  await ok('ListImages pages through every official EAS image, oldest first', async () => {
    const pages = [];
    for (let page = 1; page <= 3; page++) {
      pages.push(
        await workspace('ListImages', '/images', {
          Labels: 'system.official=true,system.supported.eas=true',
          Verbose: 'true',
          PageNumber: `${page}`,
          PageSize: '50',
        }),
      );
    }
    assert.ok(official.length > 50);
    assert.equal(pages[0].TotalCount, official.length);
    assert.deepEqual(
      pages.flatMap(p => p.Images),
      sorted(official, 'GmtCreateTime'),
    );
  });
  await ok('ListImages turns its order and shows twenty unless told', async () => {
    const got = await workspace('ListImages', '/images', { Order: 'DESC', Verbose: 'true' });
    assert.equal(got.Images.length, 20);
    assert.deepEqual(got.Images, sorted(rows, 'GmtCreateTime', true).slice(0, 20));
  });
  await ok('ListImages shows no labels unless asked', async () => {
    const page = await workspace('ListImages', '/images', { Name: 'sglang' });
    assert.equal(page.TotalCount, rows.filter(i => i.Name.toLowerCase().includes('sglang')).length);
    assert.ok(page.Images.length > 0 && page.Images.length <= 20);
    assert.ok(page.Images.every(i => i.Labels === undefined && i.Name.includes('sglang')));
  });
  await ok('ListImages filters by label, address and accessibility', async () => {
    const total = async query => (await workspace('ListImages', '/images', query)).TotalCount;
    assert.equal(await total({ Labels: 'system.chipType=PPU' }), rows.filter(i => has(i, 'system.chipType', 'PPU')).length);
    assert.equal(await total({ Labels: 'system.chipType=*' }), rows.filter(i => has(i, 'system.chipType')).length);
    assert.equal(await total({ ImageUri: rows[3].ImageUri }), rows.filter(i => i.ImageUri === rows[3].ImageUri).length);
    assert.equal(await total({ Accessibility: 'PRIVATE' }), rows.filter(i => i.Accessibility === 'PRIVATE').length);
  });
  await ok('ListImages takes hard characters', async () => {
    assert.equal((await workspace('ListImages', '/images', { Name: "vllm (a+b)*!'~ é", Query: '100% & more=' })).TotalCount, 0);
  });
  await ok('ListImages refuses a field to sort by and a page size of words', async () => {
    await refused(workspace('ListImages', '/images', { SortBy: 'Name' }), 'InvalidParameter', 400);
    await refused(workspace('ListImages', '/images', { PageSize: 'many' }), 'InvalidParameter', 400);
  });
  await ok('GetImage has the row without its id', async () => {
    const { ImageId, ...expected } = rows.find(i => i.Name === 'vllm:0.14.0-gpu');
    const { EasConfig, ...rest } = without(await workspace('GetImage', `/images/${ImageId}`, { Verbose: 'true' }));
    assert.deepEqual(rest, expected);
    assert.equal(EasConfig.port, 8000);
    assert.equal((await workspace('GetImage', `/images/${ImageId}`)).Labels, undefined);
  });
  await ok("GetImage of an unknown id is not found; a private image is not a stranger's", async () => {
    await refused(workspace('GetImage', '/images/image-none'), 'InvalidImage.NotFound', 404);
    const own = rows.find(i => i.Accessibility === 'PRIVATE');
    await refused(workspace('GetImage', `/images/${own.ImageId}`, {}, stranger), 'InvalidImage.NotFound', 404);
  });
  await ok('ListImageLabels has every pair once', async () => {
    const pairs = image => image.Labels.map(l => `${l.Key}=${l.Value}`);
    const got = await workspace('ListImageLabels', '/image/labels');
    assert.deepEqual(got.Labels.map(l => `${l.Key}=${l.Value}`).sort(), [...new Set(rows.flatMap(pairs))].sort());
    assert.equal(got.TotalCount, got.Labels.length);
    const chips = await workspace('ListImageLabels', '/image/labels', { LabelKeys: 'system.chipType' });
    assert.deepEqual(
      chips.Labels.map(l => l.Value).sort(),
      [
        ...new Set(
          rows
            .flatMap(i => i.Labels)
            .filter(l => l.Key === 'system.chipType')
            .map(l => l.Value),
        ),
      ].sort(),
    );
    const one = await workspace('ListImageLabels', '/image/labels', { ImageId: rows[0].ImageId });
    assert.deepEqual(one.Labels.map(l => `${l.Key}=${l.Value}`).sort(), pairs(rows[0]).sort());
    await refused(workspace('ListImageLabels', '/image/labels', { Keys: 'system.chipType' }), 'InvalidParameter', 400);
  });
}

async function datasets(workspace, ok) {
  const rows = seed('datasets').Datasets;

  await ok('ListDatasets equals the seed and filters by source', async () => {
    const { WorkspaceId } = rows[0];
    const here = rows.filter(d => d.WorkspaceId === WorkspaceId);
    const got = await workspace('ListDatasets', '/datasets', { WorkspaceId });
    assert.deepEqual(got.Datasets, sorted(here, 'GmtCreateTime'));
    assert.equal(got.TotalCount, here.length);
    const source = await workspace('ListDatasets', '/datasets', { WorkspaceId, DataSourceTypes: 'NAS,CPFS' });
    assert.deepEqual(
      source.Datasets,
      here.filter(d => ['NAS', 'CPFS'].includes(d.DataSourceType)),
    );
  });
  await ok('ListDatasets refuses an unknown order; a stranger must name a workspace', async () => {
    await refused(workspace('ListDatasets', '/datasets', { Order: 'down' }), 'InvalidParameter', 400);
    await refused(workspace('ListDatasets', '/datasets', {}, stranger), 'InvalidParameter', 400);
  });
  await ok('GetDataset has the row', async () => {
    for (const row of rows) {
      assert.deepEqual(without(await workspace('GetDataset', `/datasets/${row.DatasetId}`)), row);
    }
    await refused(workspace('GetDataset', '/datasets/d-none'), 'InvalidDataset.NotFound', 404);
  });
}
