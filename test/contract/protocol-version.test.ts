import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as devices from '#contract/http/devices.ts';
import * as directives from '#contract/http/directives.ts';
import * as programme from '#contract/http/programme.ts';
import * as push from '#contract/http/push.ts';
import * as recovery from '#contract/http/recovery.ts';
import * as session from '#contract/http/session.ts';
import * as signIn from '#contract/http/sign-in.ts';
import * as streams from '#contract/http/streams.ts';
import { PROTOCOL_HISTORY, PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import { RECORD_KINDS } from '#contract/records/kinds.ts';

/** Every schema that crosses the network, in a fixed order, as one text. */
function wireText(): string {
  const modules = { devices, directives, programme, push, recovery, session, signIn, streams };
  return JSON.stringify([modules, RECORD_KINDS]);
}

describe('the protocol', () => {
  test('changes only with a version and a line of history', () => {
    const hash = createHash('sha256').update(wireText()).digest('hex').slice(0, 16);
    const newest = PROTOCOL_HISTORY.at(-1);
    expect({ version: newest?.version, hash: newest?.hash }, 'see protocol-version.ts').toEqual({
      version: PROTOCOL_VERSION,
      hash,
    });
  });
});
