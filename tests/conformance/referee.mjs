// usage: node referee.mjs ADDRESS ACCESS_KEY_ID ACCESS_KEY_SECRET SEED_FOLDER [SECTION[@CLIENT],…]
import { openApiClients } from './clients.mjs';

const forBoth = load => async client => {
  const body = await load();
  for (const name of openApiClients.filter(c => !client || c === client)) await body(name);
};
const once = load => async () => (await load())();

// Loaded when they run: the ECS and VPC models alone take a second.
const sections = {
  signatures: forBoth(async () => (await import('./signatures.mjs')).signatures),
  absent: forBoth(async () => (await import('./signatures.mjs')).absent),
  workspaces: forBoth(async () => (await import('./workspaces.mjs')).workspaces),
  catalog: forBoth(async () => (await import('./catalog.mjs')).catalog),
  services: forBoth(async () => (await import('./services.mjs')).services),
  lists: forBoth(async () => (await import('./lists.mjs')).lists),
  nlb: forBoth(async () => (await import('./rpc.mjs')).nlb),
  sts: forBoth(async () => (await import('./rpc.mjs')).sts),
  ecs: once(async () => (await import('./rpc.mjs')).ecs),
  vpc: once(async () => (await import('./rpc.mjs')).vpc),
  legacy: once(async () => (await import('./legacy.mjs')).legacy),
  oss: once(async () => (await import('./oss.mjs')).oss),
  credentials: once(async () => (await import('./credentials.mjs')).credentials),
  journal: once(async () => (await import('./signatures.mjs')).journal),
};

const wanted = (process.argv[6] ?? Object.keys(sections).join(',')).split(',').map(text => text.match(/^([a-z]+)(?:@(.+))?$/));
for (const [text, name, client] of wanted) {
  if (!sections[name]) throw new Error(`no section ${text}; there are ${Object.keys(sections).join(', ')}`);
  await sections[name](client);
}
