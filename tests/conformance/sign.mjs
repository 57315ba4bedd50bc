// usage: node sign.mjs < requests.json > signatures.json
// Computes signatures with the official libraries' own functions; one answer per request, in order.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const util = require('@alicloud/openapi-util').default;
const core = require('@alicloud/openapi-core').OpenApiUtil;
const oss = require('ali-oss/lib/common/signUtils');

const algorithm = 'ACS3-HMAC-SHA256';

const schemes = {
  // pathname: as sent, or a list of segments to encode.
  acs3({ method, pathname, query, headers, body, accessKeyId, accessKeySecret }) {
    const path = Array.isArray(pathname) ? pathname.map(segment => `/${util.getEncodeParam(segment)}`).join('') || '/' : pathname;
    const request = { method, pathname: path, query, headers };
    return {
      path,
      hash: util.hexEncode(util.hash(Buffer.from(body, 'base64'), algorithm)),
      authorizations: [util, core].map(library =>
        library.getAuthorization(request, algorithm, headers['x-acs-content-sha256'], accessKeyId, accessKeySecret),
      ),
    };
  },
  roa1: ({ method, pathname, query, headers, accessKeySecret }) => ({
    signatures: [util, core].map(library =>
      library.getROASignature(library.getStringToSign({ method, pathname, query, headers }), accessKeySecret),
    ),
  }),
  rpc1: ({ method, query, accessKeySecret }) => ({
    signatures: [util, core].map(library => library.getRPCSignature(query, method, accessKeySecret)),
  }),
  oss4: ({ method, query, headers, bucket, key, region, accessKeyId, accessKeySecret }) => ({
    authorization: oss.authorizationV4(accessKeyId, accessKeySecret, region, method, { headers, queries: query }, bucket, key),
  }),
  oss1: ({ method, query, headers, bucket, key, accessKeyId, accessKeySecret }) => ({
    authorization: oss.authorization(
      accessKeyId,
      accessKeySecret,
      oss.buildCanonicalString(method, bucket ? `/${bucket}/${key}` : '/', { headers, parameters: query }),
    ),
  }),
};

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const requests = JSON.parse(Buffer.concat(chunks).toString('utf8'));
console.log(JSON.stringify(requests.map(request => schemes[request.scheme](request))));
