#!/usr/bin/env bash
# The loop of the deployment workflow, step 6.4, as it stands there. Only the aliyun CLI is replaced: by curl, and a signature
# made with openssl, so that nothing but the loop is measured.
# usage: workflow-loop.sh BASE_ADDRESS REGION SERVICE     prints each line with the time in front, in seconds since 1970
set -u
base=$1 region=$2 service=$3
key=emulatorTestKeyId secret=emulatorTestKeySecret
host=${base#*://}; host=${host%/}
empty=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

describe_service() {
  local path="/api/v2/services/$region/$service" date nonce headers names canonical hash signature
  date=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  nonce=$(openssl rand -hex 16)
  names='host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version'
  headers="host:$host
x-acs-action:DescribeService
x-acs-content-sha256:$empty
x-acs-date:$date
x-acs-signature-nonce:$nonce
x-acs-version:2021-07-01
"
  canonical="GET
$path

$headers
$names
$empty"
  hash=$(printf '%s' "$canonical" | openssl dgst -sha256 -r | cut -d' ' -f1)
  signature=$(printf 'ACS3-HMAC-SHA256\n%s' "$hash" | openssl dgst -sha256 -hmac "$secret" -r | cut -d' ' -f1)
  curl -s --noproxy '*' "http://$host$path" \
    -H "x-acs-action: DescribeService" -H "x-acs-content-sha256: $empty" -H "x-acs-date: $date" \
    -H "x-acs-signature-nonce: $nonce" -H "x-acs-version: 2021-07-01" -A AlibabaCloud-Agent-Skills \
    -H "Authorization: ACS3-HMAC-SHA256 Credential=$key,SignedHeaders=$names,Signature=$signature"
}

say() { echo "$(date +%s.%N) $*"; }

for i in $(seq 1 6); do
  STATUS=$(describe_service | jq -r '.Status')
  case $STATUS in
    Running) say "✅ Service ready"; break ;;
    Failed)  say "❌ Service startup failed"; break ;;
    *)       say "⏳ Status: $STATUS ($((i*30))s/180s)"; sleep 30 ;;
  esac
done
say "end"
