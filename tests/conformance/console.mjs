// usage: node console.mjs ADDRESS ACCESS_KEY_ID ACCESS_KEY_SECRET SEED_FOLDER BROWSER
// The console page in a real headless browser, steered by the keyboard.
import { createRequire } from 'node:module';
import { assert, check, emulator, seed } from './checks.mjs';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const { ROAClient } = require('@alicloud/pop-core');

const eas = new ROAClient({
  accessKeyId: emulator.accessKeyId,
  accessKeySecret: emulator.accessKeySecret,
  endpoint: emulator.address,
  apiVersion: '2021-07-01',
});
const image = seed('images').Images.find(i => i.Name === 'vllm:0.14.0-gpu').ImageUri;
const create = (name, type) =>
  eas.post(
    '/api/v2/services',
    {},
    JSON.stringify({
      metadata: { name },
      containers: [{ image, port: 8000 }],
      cloud: { computing: { instance_type: type } },
    }),
    { 'content-type': 'application/json' },
  );

const browser = await chromium.launch({ executablePath: process.argv[6], args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const foreign = [];
  const problems = [];
  page.on('request', r => {
    if (!r.url().startsWith(emulator.address)) foreign.push(r.url());
  });
  page.on('pageerror', e => problems.push(String(e)));
  page.on('console', m => {
    if (m.type() === 'error') problems.push(m.text());
  });

  await check('console', 'an empty emulator says how to begin', async () => {
    await page.goto(`${emulator.address}/`);
    await page.getByText('No service yet').waitFor();
    assert.equal(new URL(page.url()).pathname, '/console');
  });
  await check('console', 'services appear without a reload, with live status', async () => {
    await create('console_ok', 'ecs.gn7i-c16g1.4xlarge');
    await create('console_bad', 'ecs.c7.4xlarge');
    await page.locator('nav button', { hasText: 'console_ok' }).getByText('Running').waitFor();
    await page.locator('nav button', { hasText: 'console_bad' }).getByText('Failed').waitFor();
    assert.equal(await page.locator('nav button').count(), 2);
  });
  await check('console', 'a service is chosen by the keyboard and the focus stays', async () => {
    await page.locator('body').press('Tab');
    for (let i = 0; i < 5 && !(await focused(page)).includes('console_ok'); i++) await page.keyboard.press('Tab');
    assert.match(await focused(page), /console_ok/);
    await page.keyboard.press('Enter');
    await page.locator('h2', { hasText: 'console_ok' }).waitFor();
    await page.waitForResponse(r => r.url().endsWith('/_control/services'));
    assert.match(await focused(page), /console_ok/);
  });
  await check('console', 'timeline, events, endpoints and configuration are shown', async () => {
    assert.match(await page.locator('#timeline svg').getAttribute('aria-label'), /Creating after 0\.0 s, Waiting .*Running/);
    await page.locator('#events').getByText('Scheduled', { exact: true }).waitFor();
    assert.match(await page.locator('#facts').innerText(), /InternetEndpoint\s+http:\/\/127\.0\.0\.1:\d+\/api\/predict\/console_ok/);
    assert.match(await page.locator('#config').innerText(), /"instance_type": "ecs\.gn7i-c16g1\.4xlarge"/);
  });
  await check('console', 'a request is sent with the token and answered', async () => {
    await page.getByLabel('Body').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#answer', { hasText: '200 OK' }).waitFor();
    assert.match(await page.locator('#answer').innerText(), /chat\.completion/);
  });
  await check('console', 'a failed service names its reason', async () => {
    await page.goto(`${emulator.address}/console#console_bad`);
    await page.locator('#events').getByText('InstanceCrashed', { exact: true }).waitFor();
    assert.match(await page.locator('#status').innerText(), /Failed/);
  });
  for (const colorScheme of ['light', 'dark']) {
    await check('console', `text stands out from its ground (${colorScheme})`, async () => {
      await page.emulateMedia({ colorScheme });
      for (const selector of ['h1', '#about', '#status', '#message', '#events td', '#facts th', 'nav button', 'form button', '#config']) {
        const contrast = await page.locator(selector).first().evaluate(measure);
        assert.ok(contrast >= 4.5, `${selector}: ${contrast.toFixed(2)}`);
      }
    });
  }
  await check('console', 'a narrow window does not scroll sideways', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  });
  await check('console', 'nothing comes from elsewhere and nothing breaks', async () => {
    assert.deepEqual([foreign, problems], [[], []]);
  });
} finally {
  await browser.close();
}

function focused(page) {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

// Contrast of an element's text against the first opaque ground behind it (WCAG 2 formula).
function measure(node) {
  const parts = text => text.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  let ground = node;
  while (ground && parts(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
  const a = light(parts(getComputedStyle(node).color));
  const b = light(parts(getComputedStyle(ground ?? document.body).backgroundColor));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
