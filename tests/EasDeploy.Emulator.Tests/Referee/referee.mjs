// usage: node referee.mjs ADDRESS ACCESS_KEY_ID ACCESS_KEY_SECRET SEED_FOLDER
import { roa } from './roa.mjs';

await roa('@alicloud/openapi-client');
await roa('@alicloud/openapi-core');
