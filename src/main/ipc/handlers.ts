import type { Recovery } from '../recovery/recovery.ts';
import type { SessionService } from '../session/session-service.ts';
import type { Work } from '../work.ts';
import { type AppFacts, appHandlers } from './app.ts';
import { type Desk, deskHandlers } from './desk.ts';
import { devicesHandlers } from './devices.ts';
import type { Handlers } from './handle.ts';
import { type JournalDesk, journalHandlers } from './journal.ts';
import { recoveryHandlers } from './recovery.ts';
import { sessionHandlers } from './session.ts';
import { type SettingsDesk, settingsHandlers } from './settings.ts';
import { type SyncDesk, syncHandlers } from './sync.ts';

/** What answers the page's requests. */
export interface HandlerParts {
  readonly service: SessionService;
  readonly work: SyncDesk & JournalDesk & Pick<Work, 'current'>;
  readonly recovery: Pick<Recovery, 'saveFile' | 'openFile'>;
  readonly settings: SettingsDesk;
  readonly desk: Desk;
  readonly facts: AppFacts;
}

/** Puts the handlers of every group together; a name without one does not compile. */
export function buildHandlers(parts: HandlerParts): Handlers {
  return {
    ...sessionHandlers(parts.service),
    ...syncHandlers(parts.work),
    ...devicesHandlers(parts.work.current.api),
    ...journalHandlers(parts.work),
    ...recoveryHandlers(parts.recovery),
    ...settingsHandlers(parts.settings),
    ...deskHandlers(parts.desk),
    ...appHandlers(parts.facts),
  };
}
