import { useRef, useState } from 'react';
import type { SignedIn } from '#contract/sync-state.ts';
import { useSync } from '#renderer/data/data-context.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { runAction, useActions } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { BrandMark } from './brand-mark.tsx';
import styles from './header.module.css';
import { syncWords, wordWith } from './sync-words.ts';

const USER_MENU = [
  { value: 'go.settings', label: 'Settings' },
  { value: 'keys.open', label: 'Keys', keys: '?' },
  { value: 'session.sign-out', label: 'Sign out' },
];

/** Council, search, sync words, user: the same place on every screen. */
export function Header(props: {
  readonly signedIn: SignedIn;
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
}) {
  const { signedIn } = props;
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLInputElement>(null);
  useActions({ 'search.focus': () => box.current?.focus() });
  const council = signedIn.councils.find((each) => each.id === signedIn.councilId);

  return (
    <header className={styles.header} data-region="">
      <span className={styles.menu}>
        <Button
          look="frame"
          plain
          icon="menu"
          label={props.isMenuOpen ? 'Close menu' : 'Menu'}
          onPress={props.onMenu}
        >
          Menu
        </Button>
      </span>
      <div className={styles.brand}>
        <BrandMark />
        <span>Social Work Together</span>
      </div>
      <span className={styles.council}>{council?.name ?? 'No council'}</span>
      <div className={styles.search}>
        <SearchField
          label="Search people"
          look="frame"
          keys="/"
          value={typed}
          onChange={setTyped}
          inputRef={box}
          onLeave={() => document.querySelector<HTMLElement>('h1')?.focus()}
          onEnter={() => {
            go(addressOf('/find', { text: typed }));
            setTyped('');
          }}
        />
      </div>
      <a className={styles.find} href={addressOf('/find')} aria-label="Find people">
        <Icon name="search" />
      </a>
      <div className={styles.spacer} />
      <SyncWords />
      <span className={styles.user}>
        <MenuButton
          words={shortName(signedIn.recruiter.name)}
          label={`${shortName(signedIn.recruiter.name)}: settings and sign out`}
          look="frame"
          choices={USER_MENU}
          onChoose={runAction}
        />
      </span>
    </header>
  );
}

function SyncWords() {
  const sync = useSync();
  const decisions = useQuery('store.read', {}, ['work', 'store']).value?.decisions.length ?? 0;
  if (!sync) return null;
  const { words, icon } = syncWords(
    wordWith(sync.word, decisions),
    Date.now(),
    sync.putAside.length > 0,
  );
  return (
    <a className={styles.sync} href={addressOf('/sync')} title="Open Sync and records">
      <Icon name={icon} />
      {words}
    </a>
  );
}

/** `R Boyd`, so that the header never grows with a name. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words[0]?.[0] ?? ''} ${last}`;
}
