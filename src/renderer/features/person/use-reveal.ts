import { useState } from 'react';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { runAction } from '#renderer/ui/actions.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import type { HeldPerson } from './held-person.ts';

/** Contact details are covered until asked for; asking is recorded. */
export interface Reveal {
  readonly isShown: boolean;
  /** Why they may not be shown or used; null when they may. */
  readonly reason: string | null;
  readonly show: () => Promise<boolean>;
  /** Shows the number, hands it to the telephone and opens the log. */
  readonly call: () => Promise<void>;
}

export function useReveal(person: HeldPerson): Reveal {
  const { candidate, card } = person;
  const [isShown, setIsShown] = useState(false);
  const run = useCommand();
  const platform = usePlatform();
  const reason = person.doNotContact ? 'They asked your council not to contact them' : null;

  async function show(): Promise<boolean> {
    if (isShown) return true;
    if (reason) return false;
    const result = await run([
      { kind: 'audit.record', args: { action: 'reveal', candidateId: candidate.id } },
    ]);
    if (result.ok) setIsShown(true);
    else showToast(failureWords(result.error));
    return result.ok;
  }

  async function call() {
    const { phone } = candidate;
    if (!phone || reason) {
      showToast(`${reason ?? 'We hold no telephone number for them'}.`);
      return;
    }
    if (!(await show())) return;
    const opened = await platform.request('desk.open', {
      url: `tel:${phone.replace(/[^\d+]/g, '')}`,
    });
    if (!opened.ok) showToast(`Ring ${phone}. This device has no telephone app to hand it to.`);
    runAction('contact.log', [{ id: candidate.id, label: card.name }]);
  }

  // A wish to be left alone covers again what was shown before.
  return { isShown: isShown && reason === null, reason, show, call };
}
