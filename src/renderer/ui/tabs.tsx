import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { formatCount } from './dates.ts';
import styles from './tabs.module.css';

export interface TabSpec<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
}

function Words({ tab }: { readonly tab: TabSpec<string> }) {
  return (
    <>
      {tab.label}
      {tab.count === undefined ? null : (
        <span className={styles.count}>{formatCount(tab.count)}</span>
      )}
    </>
  );
}

/** Panels of one thing, one at a time. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly (TabSpec<Id> & { readonly panel: ReactNode })[];
  readonly value?: Id;
  readonly onChange?: (id: Id) => void;
}) {
  return (
    <AriaTabs
      {...(props.value === undefined ? {} : { selectedKey: props.value })}
      onSelectionChange={(key) => {
        const tab = props.tabs.find((each) => each.id === key);
        if (tab) props.onChange?.(tab.id);
      }}
    >
      <TabList aria-label={props.label} className={styles.tabs ?? ''}>
        {props.tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
            <Words tab={tab} />
          </Tab>
        ))}
      </TabList>
      {props.tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id}>
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** Views of one list: words with counts, one of them pressed. */
export function Views<Id extends string>(props: {
  readonly label: string;
  readonly views: readonly TabSpec<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}) {
  return (
    <fieldset className={styles.tabs} aria-label={props.label}>
      {props.views.map((view) => (
        <button
          key={view.id}
          type="button"
          className={styles.tab}
          aria-pressed={view.id === props.value}
          onClick={() => props.onChange(view.id)}
        >
          <Words tab={view} />
        </button>
      ))}
    </fieldset>
  );
}
