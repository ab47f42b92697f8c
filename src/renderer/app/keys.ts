/** One shortcut: pressing `keys` runs `action`, when something on screen answers to it. */
export interface Shortcut {
  readonly action: string;
  /** `Ctrl+K`, `Shift+S`, `L`, `[`, or a sequence `G T`. */
  readonly keys: string;
  readonly words: string;
  readonly group: 'Go to' | 'Lists' | 'Decisions' | 'People' | 'Everywhere';
}

/**
 * Every shortcut. Single letters work only while nobody is typing and can be switched
 * off as a whole (WCAG 2.1.4); each action is also in the palette or on a button.
 */
export const SHORTCUTS: readonly Shortcut[] = [
  { action: 'go.today', keys: 'G T', words: 'Today', group: 'Go to' },
  { action: 'go.find', keys: 'G F', words: 'Find people', group: 'Go to' },
  { action: 'go.vacancies', keys: 'G V', words: 'Vacancies', group: 'Go to' },
  { action: 'go.insights', keys: 'G I', words: 'Insights', group: 'Go to' },
  { action: 'go.stories', keys: 'G S', words: 'Success stories', group: 'Go to' },
  { action: 'go.programme', keys: 'G P', words: 'Programme', group: 'Go to' },
  { action: 'go.sync', keys: 'G Y', words: 'Sync and records', group: 'Go to' },
  { action: 'go.settings', keys: 'G ,', words: 'Settings', group: 'Go to' },
  { action: 'go.back', keys: 'Alt+ArrowLeft', words: 'Back', group: 'Everywhere' },
  { action: 'go.forward', keys: 'Alt+ArrowRight', words: 'Forward', group: 'Everywhere' },
  { action: 'row.next', keys: 'J', words: 'Next person', group: 'Lists' },
  { action: 'row.previous', keys: 'K', words: 'Previous person', group: 'Lists' },
  { action: 'row.select', keys: 'X', words: 'Select or clear this person', group: 'Lists' },
  { action: 'row.select-next', keys: 'Shift+J', words: 'Select and go down', group: 'Lists' },
  { action: 'row.select-previous', keys: 'Shift+K', words: 'Select and go up', group: 'Lists' },
  ...['first', 'second', 'third', 'fourth', 'fifth'].map(
    (which, i): Shortcut => ({
      action: `rescue.${i + 1}`,
      keys: `Alt+${i + 1}`,
      words: `Find more: take the ${which} offer`,
      group: 'Lists',
    }),
  ),
  { action: 'decision.keep', keys: 'A', words: 'Keep what is in force', group: 'Decisions' },
  { action: 'decision.other', keys: 'R', words: 'Make it the other way', group: 'Decisions' },
  { action: 'decision.edit', keys: 'E', words: 'Edit what was refused', group: 'Decisions' },
  { action: 'decision.copy', keys: 'Y', words: 'Copy both values', group: 'Decisions' },
  { action: 'decision.discard', keys: 'D', words: 'Discard, asked once', group: 'Decisions' },
  { action: 'person.next', keys: ']', words: 'Next person, from the one open', group: 'People' },
  {
    action: 'person.previous',
    keys: '[',
    words: 'Previous person, from the one open',
    group: 'People',
  },
  { action: 'contact.log', keys: 'L', words: 'Log a contact', group: 'People' },
  { action: 'person.call', keys: 'C', words: 'Call', group: 'People' },
  { action: 'shortlist.add', keys: 'S', words: 'Shortlist to this vacancy', group: 'People' },
  { action: 'shortlist.choose', keys: 'Shift+S', words: 'Choose a shortlist', group: 'People' },
  { action: 'person.leave-out', keys: 'N', words: 'Leave out for this vacancy', group: 'People' },
  { action: 'people.compare', keys: 'M', words: 'Compare the selected people', group: 'People' },
  { action: 'person.unseen', keys: 'U', words: 'Mark as not seen', group: 'People' },
  { action: 'follow-up.add', keys: 'F', words: 'Set a follow-up', group: 'People' },
  { action: 'search.focus', keys: '/', words: 'Go to the search box', group: 'Everywhere' },
  { action: 'palette.open', keys: 'Ctrl+K', words: 'Everything you can do', group: 'Everywhere' },
  { action: 'keys.open', keys: '?', words: 'Keys', group: 'Everywhere' },
  { action: 'region.next', keys: 'F6', words: 'Next part of the window', group: 'Everywhere' },
  { action: 'region.previous', keys: 'Shift+F6', words: 'Previous part', group: 'Everywhere' },
  { action: 'undo', keys: 'Ctrl+Z', words: 'Undo what was just done', group: 'Everywhere' },
  { action: 'sync.now', keys: 'Ctrl+S', words: 'Sync now', group: 'Everywhere' },
  { action: 'print', keys: 'Ctrl+P', words: 'Print this view', group: 'Everywhere' },
];

/** What a key press tells us; a `KeyboardEvent` fits. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** How a key press is written in the table above; null for a modifier alone. */
export function keyName(press: KeyPress): string | null {
  const { key } = press;
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Unidentified'].includes(key))
    return null;
  const isLetter = key.length === 1 && key.toUpperCase() !== key.toLowerCase();
  const named = key.length === 1 ? key.toUpperCase() : key;
  // Shift is part of how `?` and `/` are typed on some keyboards: it counts for letters and names.
  const shift = press.shiftKey && (isLetter || key.length > 1);
  return [
    press.ctrlKey || press.metaKey ? 'Ctrl+' : '',
    press.altKey ? 'Alt+' : '',
    shift ? 'Shift+' : '',
    named,
  ].join('');
}

/** Whether it is a key people also type: these stay silent in a field and can be switched off. */
export function isSingle(keys: string): boolean {
  return !/^(Ctrl|Alt)\+/.test(keys) && !/F\d+$/.test(keys);
}

export interface Finding {
  /** The action to run, if the press completes a shortcut. */
  readonly action: string | null;
  /** What was pressed so far of a sequence. */
  readonly pending: string | null;
}

/** Finds what a key press means after what was pressed before it. */
export function findShortcut(pending: string | null, name: string): Finding {
  if (pending !== null) {
    const whole = SHORTCUTS.find((each) => each.keys === `${pending} ${name}`);
    if (whole) return { action: whole.action, pending: null };
  }
  const alone = SHORTCUTS.find((each) => each.keys === name);
  if (alone) return { action: alone.action, pending: null };
  const begins = SHORTCUTS.some((each) => each.keys.startsWith(`${name} `));
  return { action: null, pending: begins ? name : null };
}

/** The keys of an action as a screen shows them. */
export function keysOf(action: string): string | undefined {
  return SHORTCUTS.find((each) => each.action === action)
    ?.keys.replace('ArrowLeft', '←')
    .replace('ArrowRight', '→');
}
