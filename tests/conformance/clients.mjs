// The official clients, pointed at the emulator. Nothing of them is changed.
import { createRequire } from 'node:module';
import { emulator } from './checks.mjs';

const require = createRequire(import.meta.url);

export const openApiClients = ['@alicloud/openapi-client', '@alicloud/openapi-core'];

const versions = { eas: '2021-07-01', workspace: '2021-02-04', nlb: '2022-04-30', sts: '2015-04-01' };

// The clients' own limit of 3 s is too short for a busy machine, and httpx forgets the timer of a bearer call: it then strikes a later one.
export const patience = 120_000;

export function config(types, more) {
  return new types.Config({
    readTimeout: patience,
    connectTimeout: patience,
    accessKeyId: emulator.accessKeyId,
    accessKeySecret: emulator.accessKeySecret,
    endpoint: emulator.host,
    protocol: 'http',
    regionId: 'cn-hangzhou',
    ...more,
  });
}

// callApi of one of the two generic clients.
export function generic(packageName) {
  const library = require(packageName);
  const types = library.$OpenApiUtil ?? library;
  const runtime = () =>
    packageName.endsWith('core')
      ? new (require('@darabonba/typescript').RuntimeOptions)({})
      : new (require('@alicloud/tea-util').RuntimeOptions)({});
  const call = async (credentials, params, request) => {
    const client = new library.default(config(types, credentials));
    const answer = await client.callApi(
      new types.Params({ protocol: 'HTTP', authType: 'AK', bodyType: 'json', ...params }),
      new types.OpenApiRequest({ query: {}, headers: {}, ...request }),
      runtime(),
    );
    return answer.body;
  };
  const roa = (credentials, action, version, method, pathname, query, body) =>
    call(credentials, { action, version, method, pathname, style: 'ROA', reqBodyType: 'json' }, { query: query ?? {}, body });
  const rpc = (credentials, action, version, query, more = {}) =>
    call(
      credentials,
      { action, version, method: 'POST', pathname: '/', style: 'RPC', reqBodyType: 'formData', ...more.params },
      { query, body: more.body },
    );
  const easAs = (credentials, action, method, path, query, body) =>
    roa(credentials, action, versions.eas, method, `/api/v2${path}`, query, body);
  return {
    roa,
    rpc,
    easAs,
    eas: (...rest) => easAs({}, ...rest),
    workspace: (action, path, query, credentials = {}) => roa(credentials, action, versions.workspace, 'GET', `/api/v1${path}`, query),
    nlb: (action, query, more) => rpc({}, action, versions.nlb, query, more),
    sts: (action, query, more) => rpc({}, action, versions.sts, query, more),
  };
}

export function ecsClient(more) {
  const models = require('@alicloud/ecs20140526');
  return { models, client: new models.default(config(require('@alicloud/openapi-core').$OpenApiUtil, more)) };
}

export function vpcClient(more) {
  const models = require('@alicloud/vpc20160428');
  return { models, client: new models.default(config(require('@alicloud/openapi-core').$OpenApiUtil, more)) };
}

// The older clients, with the older signatures.
export function popCore(kind, apiVersion, more) {
  return new (require('@alicloud/pop-core')[kind])({
    accessKeyId: emulator.accessKeyId,
    accessKeySecret: emulator.accessKeySecret,
    endpoint: emulator.address,
    apiVersion,
    opts: { timeout: patience },
    ...more,
  });
}

export function ossClient(authorizationV4, more) {
  const OSS = require('ali-oss');
  return new OSS({
    accessKeyId: emulator.accessKeyId,
    accessKeySecret: emulator.accessKeySecret,
    endpoint: emulator.address,
    region: 'oss-cn-hangzhou',
    authorizationV4,
    ...more,
  });
}
