// usage: node referee.mjs ADDRESS ACCESS_KEY_ID ACCESS_KEY_SECRET SEED_FOLDER
import { oss } from './oss.mjs';
import { roa } from './roa.mjs';
import { rpc } from './rpc.mjs';

await roa('@alicloud/openapi-client');
await roa('@alicloud/openapi-core');
await rpc();
await oss();
