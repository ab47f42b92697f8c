import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { IsoInstant, RecordId, RecruiterId } from '#contract/brands.ts';
import { SealedSecret } from '#contract/http/recovery.ts';
import type { JournalEntry } from '#contract/journal.ts';
import { Mutation } from '#contract/mutations.ts';
import { createSealer } from '#core/crypto/seal.ts';
import type { Random } from '#core/ports.ts';
import type { KeptDraft } from '../journal/journal-file.ts';

/** The end of a recovery file's name. */
export const BUNDLE_ENDING = 'swt-work';

/** The form of the file. */
const BUNDLE_VERSION = 1;

/** What anybody can read of a recovery file: whose it is and how much, nothing of it. */
const Head = Type.Object({
  format: Type.Literal('swt-work'),
  version: Type.Literal(BUNDLE_VERSION),
  recruiter: RecruiterId,
  savedAt: IsoInstant,
  changes: Type.Integer({ minimum: 0 }),
  key: SealedSecret,
});

const BundleFile = Type.Object({ head: Head, sealed: Type.String() });

/** A recovery file: work of one recruiter that the centre had not acknowledged. */
export type BundleFile = Static<typeof BundleFile>;

const Body = Type.Object({
  entries: Type.Array(
    Type.Object({
      id: RecordId,
      n: Type.Integer({ minimum: 1 }),
      mutation: Mutation,
      state: Type.Object({ is: Type.Enum(['waiting', 'refused']) }, { additionalProperties: true }),
    }),
  ),
  drafts: Type.Array(Type.Object({ key: Type.String(), text: Type.String() })),
});

/** The recruiter's own work, as a file or a journal holds it. */
export interface UnsentWork {
  readonly entries: readonly JournalEntry[];
  readonly drafts: readonly KeptDraft[];
}

const checkFile = Compile(BundleFile);
const checkBody = Compile(Body);

const sealerOf = (head: BundleFile['head'], secret: Uint8Array, random: Random) =>
  createSealer(secret, JSON.stringify(['swt-work', head]), random);

/** Seals work into the text of a recovery file; `secret` has 32 bytes and is used once. */
export function packBundle(
  head: BundleFile['head'],
  work: UnsentWork,
  { secret, random }: { readonly secret: Uint8Array; readonly random: Random },
): string {
  const sealed = sealerOf(head, secret, random).sealJson(work, 'work');
  return `${JSON.stringify({ head, sealed: Buffer.from(sealed).toString('base64url') })}\n`;
}

/** Reads what anybody can read; null when this is no recovery file. */
export function readBundle(text: string): BundleFile | null {
  try {
    const value: unknown = JSON.parse(text);
    return checkFile.Check(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a file says that it is a recovery file of a form that came after this app. */
export function isOfNewerApp(text: string): boolean {
  try {
    const { head } = JSON.parse(text) as {
      readonly head?: { format?: unknown; version?: unknown };
    };
    return head?.format === 'swt-work' && Number(head.version) > BUNDLE_VERSION;
  } catch {
    return false;
  }
}

/** Opens the work in a recovery file; null when the key is another or a byte was changed. */
export function openBundle(
  { head, sealed }: BundleFile,
  { secret, random }: { readonly secret: Uint8Array; readonly random: Random },
): UnsentWork | null {
  try {
    const bytes = new Uint8Array(Buffer.from(sealed, 'base64url'));
    const body = sealerOf(head, secret, random).openJson(bytes, 'work');
    return checkBody.Check(body) ? (body as unknown as UnsentWork) : null;
  } catch {
    return null;
  }
}
