import type { Device } from '#contract/http/devices.ts';
import { formatMoment, plural } from '#renderer/ui/dates.ts';

/** What has become of a laptop, as far as the centre knows; null while it is simply in use. */
export function wipeWords({ wipe }: Pick<Device, 'wipe'>): string | null {
  if (wipe === null) return null;
  if (wipe.doneAt === null) {
    return `Wipe ordered ${formatMoment(wipe.orderedAt)}. Not done yet: it waits for the laptop to be online.`;
  }
  const notSent = wipe.notSent ?? 0;
  const lost =
    notSent === 0
      ? 'Nothing was waiting to be sent.'
      : `${plural(notSent, 'change')} had not been sent.`;
  return `Wiped ${formatMoment(wipe.doneAt)}. ${lost}`;
}

/** The laptops whose recruiter or council has these words in its name. */
export function matching(devices: readonly Device[], typed: string): readonly Device[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return devices.filter(({ recruiter, councils }) => {
    const text = [recruiter.name, ...councils].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
