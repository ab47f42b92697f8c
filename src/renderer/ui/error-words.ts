import type { ErrorCode } from '#contract/errors.ts';
import type { Keeping } from '#contract/sync-state.ts';

/** What to tell a recruiter about a failure. */
export interface ErrorWords {
  readonly happened: string;
  /** What it means for their work. */
  readonly means: string;
  /** What to do, or that nothing is to be done. */
  readonly todo: string;
}

const SAFE = 'What you have done is saved on this device.';

/** What stands in the place of `SAFE` where it would not be true. */
const KEPT: Readonly<Record<Keeping, string>> = {
  saved: SAFE,
  'in-part': 'What could be read of your work is saved on this device.',
  'in-memory': 'What you have done is kept only while this app is open.',
};

const WORDS: Readonly<Record<ErrorCode, ErrorWords>> = {
  NET_UNREACHABLE: {
    happened: 'The central service cannot be reached.',
    means: SAFE,
    todo: 'You can keep working. It will be sent when the network is back.',
  },
  NET_BUSY: {
    happened: 'The central service is busy.',
    means: SAFE,
    todo: 'It will try again by itself.',
  },
  NET_SERVER_FAULT: {
    happened: 'The central service has a problem.',
    means: `Nothing was changed there. ${SAFE}`,
    todo: 'It will try again by itself.',
  },
  AUTH_SIGN_IN_AGAIN: {
    happened: 'Your sign-in has ended.',
    means: SAFE,
    todo: 'Sign in again to send it.',
  },
  AUTH_SIGN_IN_STOPPED: {
    happened: 'Signing in was not finished.',
    means: 'You are not signed in.',
    todo: 'Start again when you are ready.',
  },
  AUTH_NOT_ALLOWED: {
    happened: 'Your account may not do this.',
    means: 'Nothing was changed.',
    todo: "Ask your council's administrator if you should be able to.",
  },
  SYNC_CURSOR_EXPIRED: {
    happened: 'This device had not synced for a while.',
    means: 'The list is being read again. Your own work is not touched.',
    todo: 'You can keep working.',
  },
  SYNC_HELD_BACK: {
    happened: 'The central service asked four times within an hour to read a list again.',
    means:
      'To spare it, that list is not read for up to an hour and may be out of date. Your own work is still sent.',
    todo: 'Choose Sync now to try once more at once.',
  },
  SYNC_ORDER_GAP: {
    happened: 'The central service missed one of your changes.',
    means: SAFE,
    todo: 'The missing changes are being sent again by themselves.',
  },
  SYNC_PROGRAMME_CLOSED: {
    happened: 'The programme is closed.',
    means: 'Nothing new can be started. You can still read what is here.',
    todo: 'The programme page says what happens to the records, and when.',
  },
  SYNC_TOO_LARGE: {
    happened: 'There was too much to send in one go.',
    means: SAFE,
    todo: 'It is being sent in smaller parts.',
  },
  SYNC_REFUSED: {
    happened: 'The central service refused a change.',
    means: 'The change is kept on this device, with the reason.',
    todo: 'Open Sync and records to try again or drop it.',
  },
  SYNC_UPGRADE_REQUIRED: {
    happened: 'This version is too old to send.',
    means: SAFE,
    todo: 'Update the app, then they will send.',
  },
  SYNC_DIRECTIVE_REFUSED: {
    happened: 'Something asked this laptop to remove records, and it was not signed for it.',
    means: `Nothing was removed. ${SAFE}`,
    todo: 'Tell your programme team.',
  },
  SYNC_KEY_CHANGED: {
    happened: 'The central service signs with another key than when you signed in.',
    means: 'What it asks this laptop to remove is not removed. Everything else goes on.',
    todo: 'Ask your programme team. If they changed it, sign out and in again.',
  },
  SYNC_BAD_ANSWER: {
    happened: 'The central service gave an answer we do not understand.',
    means: `None of it was used. ${SAFE}`,
    todo: 'It will try again by itself. Tell your support team if it goes on.',
  },
  SAVE_DISK_FULL: {
    happened: 'This was not saved: the disk of this device is full.',
    means: 'What you typed is still on the screen, and nowhere else.',
    todo: 'Free some space, then save again.',
  },
  SAVE_FAILED: {
    happened: 'This was not saved: the device could not write it.',
    means: 'What you typed is still on the screen, and nowhere else.',
    todo: 'Try again. If it goes on, restart the app.',
  },
  SAVE_JOURNAL_DAMAGED: {
    happened: 'Part of the file that holds your unsent work could not be read.',
    means: 'What could be read is kept and will be sent.',
    todo: 'Check your latest changes.',
  },
  STORE_REBUILT: {
    happened: 'The list of people on this device was damaged or gone.',
    means: 'It is being read again. Your own work is kept apart and is safe.',
    todo: 'You can keep working. Counts will grow until it is complete.',
  },
  STORE_DISK_FULL: {
    happened:
      'The disk of this device is full, so what the central service sent could not be stored.',
    means: 'What was here before is still here, and your own work is kept apart.',
    todo: 'Free some space. It will try again by itself.',
  },
  STORE_NOT_KEPT: {
    happened: 'The disk of this device did not take the list of people.',
    means: 'The list is held in memory until you close the app. Your own work is kept apart.',
    todo: 'Free some space or restart the device, then open the app again.',
  },
  STORE_DRIFTED: {
    happened: 'Some records on this device were not as at the central service.',
    means: 'They were read again and are right now. Your own work is not touched.',
    todo: 'You can keep working. If this comes up often, tell your support team.',
  },
  STORE_KEYS_LOST: {
    happened: 'This device can no longer open what it had stored.',
    means: 'What was sent is safe at the central service.',
    todo: 'Sign in again, then sync.',
  },
  STORE_NOT_PERSISTED: {
    happened: 'This device has no safe place for keys.',
    means: 'No personal details are kept on its disk. They are read again at each start.',
    todo: 'Keep the app open until your work is sent.',
  },
  STORE_LOCKED: {
    happened: 'This laptop has not synced for too long, so it is locked.',
    means: 'Everything you saved is kept and will be sent.',
    todo: 'Connect to the network and sync. That unlocks it.',
  },
  IPC_BAD_REQUEST: {
    happened: 'Sorry, there is a problem with this app.',
    means: 'This was not done. Nothing else was lost.',
    todo: 'Tell your support team what you were doing.',
  },
  IPC_NOT_OUR_PAGE: {
    happened: 'Something other than this app asked for its data.',
    means: 'It was refused.',
    todo: 'Restart the app, and tell your support team.',
  },
  RULE_REFUSED: {
    happened: 'This cannot be done.',
    means: 'Nothing was changed.',
    todo: 'Check what is shown, then try another way.',
  },
  INTERNAL_FAULT: {
    happened: 'Sorry, there is a problem with this app.',
    means: 'What you saved before is still on this device.',
    todo: 'Try again. If it goes on, restart the app.',
  },
};

/** Returns what happened, what it means and what to do. */
export function errorWords(code: ErrorCode, keeping: Keeping = 'saved'): ErrorWords {
  const { happened, means, todo } = WORDS[code];
  return { happened, means: means.replace(SAFE, KEPT[keeping]), todo };
}

/** The three sentences as one line. */
export function sentence(words: ErrorWords): string {
  return `${words.happened} ${words.means} ${words.todo}`;
}

/** A rule of the trade speaks for itself; every other failure has our words. */
export function failureWords(
  failure: { readonly code: ErrorCode; readonly message: string },
  keeping: Keeping = 'saved',
): string {
  return failure.code === 'RULE_REFUSED'
    ? failure.message
    : sentence(errorWords(failure.code, keeping));
}
