import { memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CandidateId } from '#contract/brands.ts';
import type { Order } from '#contract/find-query.ts';
import { useSession } from '#renderer/data/data-context.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { runAction, useActions } from '#renderer/ui/actions.ts';
import { useAnnounced } from '#renderer/ui/announce.ts';
import { Chips } from '#renderer/ui/chip.tsx';
import { compareAddress } from '#renderer/ui/compare-address.ts';
import { formatCount, plural } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { usePageTitle } from '#renderer/ui/page.tsx';
import { addressOf, go, type ScreenProps } from '#renderer/ui/place.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Fault, Reading } from '#renderer/ui/state.tsx';
import { useScreenSubjects, useSubjects } from '#renderer/ui/subjects.ts';
import text from '#renderer/ui/text.module.css';
import { showToast } from '#renderer/ui/toast.tsx';
import { Tray } from '#renderer/ui/tray.tsx';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';
import { useIsNarrow } from '#renderer/ui/use-is-narrow.ts';
import { EditedSearch } from './edited-search.tsx';
import { ORDER_WORDS } from './facet-words.ts';
import { chipsOf, countFilters } from './find-chips.ts';
import { FindFilters } from './find-filters.tsx';
import { FindList } from './find-list.tsx';
import { FindPeek } from './find-peek.tsx';
import { FindReading } from './find-reading.tsx';
import { FindRescue } from './find-rescue.tsx';
import styles from './find-screen.module.css';
import {
  addSelected,
  ask,
  chooseOrder,
  clearSelected,
  demand,
  findStore,
  toggleSelected,
} from './find-store.ts';
import { FindViews } from './find-views.tsx';
import { KeepFind } from './keep-find.tsx';
import { SaveThisSearch } from './save-this-search.tsx';
import { SavedSearchBar } from './saved-search-bar.tsx';
import { useFound } from './use-found.ts';
import { useReasonOnRecord } from './use-reason-on-record.ts';
import { useCardAt, useOfRows, useRows } from './use-rows.ts';
import { useSavedSearch } from './use-saved-search.ts';

const ORDERS = Object.entries(ORDER_WORDS).map(([value, label]) => ({
  value: value as Order,
  label,
}));

/** One box, filters that count, a list that draws what is seen. */
export function FindScreen({ query: asked }: ScreenProps) {
  const saved = useSavedSearch(asked);
  const { found, query } = useFound();
  const selected = useStore(findStore, (state) => state.selected);
  const isPeeking = useStore(findStore, (state) => state.isPeeking);
  const openedId = useStore(findStore, (state) => state.openedId);
  const activeThen = useStore(findStore, (state) => state.active);
  const session = useSession();
  const reasonError = useReasonOnRecord(query);
  const answer = found.value;
  const rows = useRows(answer, query);
  const outside = useQuery(
    'find.outside',
    answer && selected.size > 0
      ? { resultId: answer.resultId, ids: [...selected.keys()] as CandidateId[] }
      : null,
    [],
  ).value;
  const box = useRef<HTMLInputElement>(null);
  // Coming back: the person opened last, wherever they are in the list by now.
  const [returnTo] = useState(() => useSubjects.getState().last?.id ?? null);
  const at = useOfRows(rows, () => (openedId === null ? -1 : rows.indexOf(returnTo ?? openedId)));
  const active = at >= 0 ? at : Math.min(activeThen, Math.max(0, (answer?.total ?? 1) - 1));
  const isNarrow = useIsNarrow();
  // There the peek would lie over box and list: it comes only when it is asked for.
  useEffect(() => {
    if (isNarrow) findStore.setState({ isPeeking: false });
  }, [isNarrow]);
  const card = useCardAt(rows, active);
  // The list goes first: counts and the person beside it follow once it is on the screen.
  const beside = useMemo(() => ({ answer, card, active }), [answer, card, active]);
  const later = useAfterPaint(beside);
  const total = answer ? plural(answer.total, 'person', 'people') : null;
  const words = total === null ? null : answer?.total === 0 ? 'No one matches' : total;
  usePageTitle(total ? `Find people, ${total}` : 'Find people');
  useAnnounced(words);

  const base =
    session?.is === 'signed-in'
      ? (session.councils.find((each) => each.id === session.councilId) ?? null)
      : null;
  const { id, name } = card ?? {};
  const subjects = useMemo(() => {
    if (selected.size > 0) return [...selected.values()];
    return id !== undefined && name !== undefined ? [{ id, label: name }] : [];
  }, [selected, id, name]);
  useScreenSubjects(subjects);
  const chips = chipsOf(query, answer);
  const subjectAt = (index: number) => {
    const row = rows.rowAt(index);
    return row ? [{ id: row.id, label: row.name }] : [];
  };
  const extend = (to: number) => addSelected([...subjectAt(active), ...subjectAt(to)]);
  useActions({
    'search.focus': () => box.current?.select(),
    'find.leave-out': ([vacancy] = []) => {
      if (vacancy) demand('dismissed', vacancy.id, 'not');
    },
    'people.compare': () => {
      const address = compareAddress([...selected.keys()]);
      if (address) go(address);
      else showToast('Select two to four people to compare.');
    },
    'row.select': () => subjectAt(active).forEach(toggleSelected),
    'row.select-next': () => {
      extend(active + 1);
      runAction('row.next');
    },
    'row.select-previous': () => {
      extend(active - 1);
      runAction('row.previous');
    },
  });

  const open = useCallback(
    (index: number) => {
      const row = rows.rowAt(index);
      if (!row) return;
      findStore.setState({ openedId: row.id, active: index });
      go(addressOf(`/person/${row.id}`));
    },
    [rows],
  );
  /** Escape closes what is open first; the row keeps the focus until there is nothing to close. */
  const leaveList = useCallback(() => {
    if (findStore.getState().isPeeking) findStore.setState({ isPeeking: false });
    else box.current?.focus();
  }, []);

  return (
    <div className={styles.find}>
      <KeepFind asked={asked} />
      <FindFilters answer={later.answer} inForce={countFilters(query)} base={base} />
      <section className={styles.results} aria-label="Results" data-region="">
        <div className={styles.top}>
          <h1 tabIndex={-1} className={text.unseen}>
            Find people
          </h1>
          <FindBox inputRef={box} />
          <FindReading typed={query.text} answer={answer} />
          <Chips label="Filters in force" chips={chips} />
          {saved ? <SavedSearchBar view={saved} query={query} answer={answer} /> : null}
        </div>
        <div className={styles.middle}>
          <FindViews query={query} answer={answer} />
          <div className={styles.count}>
            <strong>{words ?? 'Reading'}</strong>
            <OrderMenu order={query.order} words={answer?.orderWords} />
            {saved ? null : <SaveThisSearch query={query} answer={answer} />}
            <EditedSearch answer={answer} />
          </div>
        </div>
        <div className={styles.body}>
          {found.error ? <Fault words={errorWords(found.error.code)} /> : null}
          {reasonError ? <Fault words={errorWords(reasonError)} /> : null}
          {found.state === 'loading' && !reasonError ? <Reading words="Reading people" /> : null}
          {answer && answer.total > 0 ? (
            <FindList
              answer={answer}
              rows={rows}
              active={active}
              selected={selected}
              isPeeking={isPeeking}
              takesFocus={openedId !== null}
              onOpen={open}
              onLeave={leaveList}
            />
          ) : null}
          {answer ? <FindRescue answer={answer} /> : null}
          <Hidden hidden={answer?.hidden ?? 0} isShown={query.includeHidden} />
        </div>
        {selected.size > 0 ? (
          <Tray
            label="Selected people"
            chosen={[...selected.values()]}
            outside={outside ?? []}
            onRemove={(id) => toggleSelected({ id, label: '' })}
            actions={[
              {
                words: 'Shortlist',
                keys: 'S',
                run: () => runAction('shortlist.add', [...selected.values()]),
              },
              ...(compareAddress([...selected.keys()])
                ? [{ words: 'Compare', keys: 'M', run: () => runAction('people.compare') }]
                : []),
              { words: 'Clear', run: clearSelected },
            ]}
          />
        ) : null}
      </section>
      {isPeeking && card && later.card && later.answer ? (
        <FindPeek
          card={later.card}
          position={later.active}
          total={later.answer.total}
          resultId={later.answer.resultId}
        />
      ) : null}
    </div>
  );
}

/** Redrawn for each letter, and nothing beside it. */
const FindBox = memo(function FindBox({
  inputRef,
}: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
}) {
  const typed = useStore(findStore, ({ query }) => query.text);
  return (
    <SearchField
      label="Name, number, skill or place"
      value={typed}
      onChange={(text) => ask({ text })}
      describedBy="find-reading"
      inputRef={inputRef}
      onDown={focusList}
      onEnter={focusList}
      onLeave={focusList}
    />
  );
});

const OrderMenu = memo(function OrderMenu(props: {
  readonly order: Order;
  readonly words: string | undefined;
}) {
  const { order, words } = props;
  return (
    <MenuButton
      words={ORDER_WORDS[order]}
      label={`Order: ${ORDER_WORDS[order]}`}
      choices={ORDERS}
      chosen={order}
      onChoose={chooseOrder}
      note={words}
    />
  );
});

function Hidden({ hidden, isShown }: { readonly hidden: number; readonly isShown: boolean }) {
  if (!isShown && hidden === 0) return null;
  return (
    <p className={`${styles.note} ${text.meta}`}>
      {isShown
        ? 'People who are not available are shown too. '
        : `${formatCount(hidden)} ${hidden === 1 ? 'person who is' : 'people who are'} not available ${hidden === 1 ? 'is' : 'are'} hidden. `}
      <button
        type="button"
        className={styles.link}
        onClick={() => ask({ includeHidden: !isShown })}
      >
        {isShown ? 'Hide them' : 'Show them'}
      </button>
    </p>
  );
}

function focusList() {
  document.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
}
