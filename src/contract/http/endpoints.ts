/**
 * Every path of the centre, in one place for client, server and OpenAPI.
 *
 * Headers of every sync call: `Authorization: Bearer`, `SWT-Protocol`, `SWT-Client`,
 * `SWT-Device`, `SWT-Request`. Answers: `SWT-Epoch` where one stream is concerned,
 * `Content-Digest` (RFC 9530; of packed answers also `Unencoded-Digest`),
 * `Cache-Control: no-store`, RateLimit headers; problems as RFC 9457.
 */
export const ENDPOINTS = {
  live: '/livez',
  ready: '/readyz',
  metrics: '/metrics',
  openapi: '/openapi.json',
  signIn: '/v1/sign-in',
  session: '/v1/sync/session',
  heads: '/v1/sync/heads',
  /** Server-sent events: `event: heads`, data = `Heads` of the caller's streams. */
  events: '/v1/sync/events',
  changes: '/v1/sync/streams/:stream/changes',
  digest: '/v1/sync/streams/:stream/digest',
  group: '/v1/sync/streams/:stream/groups/:group',
  manifest: '/v1/sync/pool/manifest',
  /** Body: the deflate-raw bytes of `core/codec/bucket`; `ETag` as in the manifest. */
  bucket: '/v1/sync/pool/buckets/:b',
  push: '/v1/sync/push',
  receipts: '/v1/sync/receipts',
  /** Opens a key sealed to the caller's own recovery key; see `http/recovery.ts`. */
  recoveryOpen: '/v1/recovery/open',
  recoveryWithdrawn: '/v1/recovery/withdrawn',
  programmeStatus: '/v1/programme/status',
  withdrawals: '/v1/programme/withdrawals',
  devices: '/v1/programme/devices',
  /** No body; asking twice is the same. Answers the device. */
  wipeDevice: '/v1/programme/devices/:device/wipe',
  access: '/v1/programme/recruiters/:id/access',
  publishStory: '/v1/programme/stories/:id/publish',
} as const;
