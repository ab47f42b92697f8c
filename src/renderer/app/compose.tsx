import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { stopEditing, useEditedEntry } from '#renderer/data/editing.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { LogPanel } from '#renderer/features/contact-log/index.ts';
import { FollowUpPanel } from '#renderer/features/follow-ups/index.ts';
import { useUnsee } from '#renderer/features/person/index.ts';
import { ShortlistPicker, useShortlistTo } from '#renderer/features/shortlist-picker/index.ts';
import { canRun, runAction, type Subject, useActions } from '#renderer/ui/actions.ts';
import { usePanelSlots } from '#renderer/ui/panel-slot.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { useSubjects } from '#renderer/ui/subjects.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { KeySheet } from './key-sheet.tsx';
import { keysOf, SHORTCUTS } from './keys.ts';
import { Palette, type PaletteItem } from './palette.tsx';
import { SignOut } from './sign-out.tsx';

type Panel =
  | { readonly is: 'log' | 'follow-up'; readonly about: Subject }
  | { readonly is: 'shortlist'; readonly about: readonly Subject[] }
  | { readonly is: 'leave-out'; readonly about: readonly Subject[] };
type Overlay = 'palette' | 'keys' | 'sign-out';

/** Puts one feature's panel over another's screen, and answers the actions that open them. */
export function Compose({ singleKeys }: { readonly singleKeys: boolean }) {
  const platform = usePlatform();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const slot = usePanelSlots((state) => state.slots.at(-1));
  const shortlistTo = useShortlistTo();
  const unsee = useUnsee();

  function about(given: readonly Subject[] | undefined, run: (people: readonly Subject[]) => void) {
    const people = given ?? useSubjects.getState().subjects;
    if (people.length === 0) showToast('Choose a person first.');
    else run(people);
  }
  function open(is: 'log' | 'follow-up', given: readonly Subject[] | undefined) {
    about(given, ([first]) => {
      if (!first) return;
      setPanel({ is, about: first });
      // Asked for again while it is open: the focus goes to it.
      document.querySelector<HTMLElement>('[data-pane="panel"] form')?.focus();
    });
  }
  const choose = (given?: readonly Subject[]) =>
    about(given, (people) => setPanel({ is: 'shortlist', about: people }));

  useActions({
    'contact.log': (given) => open('log', given),
    'follow-up.add': (given) => open('follow-up', given),
    'shortlist.choose': choose,
    'shortlist.add': (given) =>
      about(given, (people) => {
        void shortlistTo(people).then((isDone) => {
          if (!isDone) choose(people);
        });
      }),
    'person.leave-out': (given) =>
      about(given, (people) => setPanel({ is: 'leave-out', about: people })),
    'person.unseen': (given) => about(given, (people) => void unsee(people)),
    'palette.open': () => setOverlay('palette'),
    'keys.open': () => setOverlay('keys'),
    'session.sign-out': () => setOverlay('sign-out'),
    'help.about': () => go(addressOf('/settings')),
  });
  useEffect(
    () =>
      platform.onMenuCommand((command) => {
        runAction(command);
      }),
    [platform],
  );

  function close() {
    stopEditing();
    setPanel(null);
    // The focus goes back to the row or the heading it came from.
    requestAnimationFrame(() => {
      if (document.activeElement && document.activeElement !== document.body) return;
      const row = document.querySelector<HTMLElement>('[data-row][tabindex="0"]');
      (row ?? document.querySelector<HTMLElement>('main h1'))?.focus();
    });
  }

  return (
    <>
      {panel && slot ? createPortal(<OpenPanel panel={panel} onClose={close} />, slot) : null}
      {overlay === 'palette' ? <Everything onClose={() => setOverlay(null)} /> : null}
      {overlay === 'keys' ? (
        <KeySheet singleKeys={singleKeys} onClose={() => setOverlay(null)} />
      ) : null}
      {overlay === 'sign-out' ? <SignOut onClose={() => setOverlay(null)} /> : null}
    </>
  );
}

function OpenPanel({ panel, onClose }: { readonly panel: Panel; readonly onClose: () => void }) {
  const edited = useEditedEntry();
  if (panel.is === 'shortlist' || panel.is === 'leave-out')
    return (
      <ShortlistPicker key={edited ?? ''} people={panel.about} aim={panel.is} onClose={onClose} />
    );
  const Named = panel.is === 'log' ? LogPanel : FollowUpPanel;
  const key = `${panel.about.id} ${edited ?? ''}`;
  return <Named key={key} person={panel.about} onClose={onClose} />;
}

function Everything({ onClose }: { readonly onClose: () => void }) {
  const vacancies = useQuery('vacancies.read', {}, ['work']);
  const searches = useQuery('searches.read', {}, ['work']);
  const items: readonly PaletteItem[] = [
    ...SHORTCUTS.filter(({ action }) => action !== 'palette.open' && canRun(action)).map(
      ({ action, words, group }) => ({
        id: action,
        words: group === 'Go to' ? `Go to ${words}` : words,
        keys: keysOf(action),
        run: () => void runAction(action),
      }),
    ),
    { id: 'sign-out', words: 'Sign out', run: () => void runAction('session.sign-out') },
    ...(searches.value?.searches ?? []).map(({ search: { record } }) => ({
      id: record.id,
      words: `Saved search: ${record.name}`,
      run: () => go(addressOf('/find', { search: record.id })),
    })),
    ...(vacancies.value ?? []).map(({ vacancy: { record } }) => ({
      id: record.id,
      words: `${record.ref} ${record.title}`,
      run: () => go(addressOf(`/vacancies/${record.id}`)),
    })),
  ];
  return (
    <Palette
      items={items}
      onClose={onClose}
      find={(words) => ({
        id: 'find',
        words: `Find people: ${words}`,
        run: () => go(addressOf('/find', { text: words })),
      })}
    />
  );
}
