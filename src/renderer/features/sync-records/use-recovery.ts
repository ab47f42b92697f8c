import { usePlatform } from '#renderer/data/data-context.tsx';
import { useKeeping } from '#renderer/data/keeping.ts';
import { plural } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { showToast } from '#renderer/ui/toast.tsx';

/** Saving what is not sent to a file, and bringing it back from one, told in words. */
export function useRecovery() {
  const platform = usePlatform();
  const keeping = useKeeping();

  async function save() {
    const result = await platform.request('recovery.save', {});
    if (!result.ok) showToast(failureWords(result.error, keeping));
    else if (result.value) {
      const { changes, path } = result.value;
      showToast(`${plural(changes, 'change', 'changes')} saved to ${path}. Only you can open it.`);
    }
  }

  async function open() {
    const result = await platform.request('recovery.open', {});
    if (!result.ok) showToast(failureWords(result.error, keeping));
    else if (result.value) showToast(openedWords(result.value));
  }

  return { save, open };
}

function openedWords(opened: {
  readonly restored: number;
  readonly already: number;
  readonly withdrawn: number;
}): string {
  const { restored, already, withdrawn } = opened;
  const parts = [
    restored > 0
      ? `${plural(restored, 'change is', 'changes are')} on this device now and will be sent.`
      : 'Nothing new was in this file.',
  ];
  if (already > 0) parts.push(`${plural(already, 'change was', 'changes were')} here already.`);
  if (withdrawn > 0) {
    const words = plural(withdrawn, 'change was', 'changes were');
    parts.push(`${words} left out, about people who have withdrawn.`);
  }
  return parts.join(' ');
}
