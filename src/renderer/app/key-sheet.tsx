import { Dialog } from '#renderer/ui/dialog.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import styles from './key-sheet.module.css';
import { keysOf, SHORTCUTS } from './keys.ts';

const GROUPS = ['Go to', 'Lists', 'Decisions', 'People', 'Everywhere'] as const;

const IN_LISTS = [
  { keys: 'Enter', words: 'Open' },
  { keys: 'Space', words: 'Peek' },
  { keys: 'Esc', words: 'Close, or go back to the search box' },
];

/** All keys, on one sheet. */
export function KeySheet(props: { readonly singleKeys: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={props.onClose}>
      {props.singleKeys ? null : (
        <p>Single letters are switched off. Turn them on under your name, at the top.</p>
      )}
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className={styles.keys}>
              {SHORTCUTS.filter((each) => each.group === group).map((each) => (
                <div key={each.action}>
                  <dt>{each.words}</dt>
                  <dd>
                    <span className={styles.unseen}>{keysOf(each.action)}</span>
                    <KeyCap keys={keysOf(each.action) ?? ''} />
                  </dd>
                </div>
              ))}
              {group === 'Lists'
                ? IN_LISTS.map((each) => (
                    <div key={each.keys}>
                      <dt>{each.words}</dt>
                      <dd>
                        <span className={styles.unseen}>{each.keys}</span>
                        <KeyCap keys={each.keys} />
                      </dd>
                    </div>
                  ))
                : null}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
