import { useEffect, useMemo, useState } from 'react';
import type { Queries, QueryName, Topic } from '#contract/queries.ts';
import { useDataSources } from './data-context.tsx';
import { type LiveValue, useLiveValue } from './live-value.ts';
import {
  createQueryReader,
  LOADING,
  type QueryReader,
  type QueryState,
  type ReaderState,
} from './query-reader.ts';

/**
 * Reads from the data worker, and again whenever one of the topics changes.
 *
 * The newest input wins whatever order answers come in. `input` null = do not ask yet.
 * `name` must stay the same for the life of the component.
 */
export function useQuery<Name extends QueryName>(
  name: Name,
  input: Queries[Name]['input'] | null,
  topics: readonly Topic[],
): QueryState<Queries[Name]['output']> {
  const reader = useReader(name, topics);
  // Inputs are plain data: the same words are the same question.
  const inputKey = JSON.stringify(input);

  useEffect(() => {
    reader.read(JSON.parse(inputKey) as Queries[Name]['input'] | null);
  }, [reader, inputKey]);

  const read = useLiveValue(reader.state) ?? LOADING;
  return useMemo(() => {
    if (read.state !== 'ready') return read;
    const { to, ...held } = read;
    return { ...held, isCurrent: JSON.stringify(to) === inputKey };
  }, [read, inputKey]);
}

/**
 * Reads as `useQuery` does, but asks the moment its input changes, before anything is drawn for it.
 *
 * Nothing is drawn for the question either: `to` says what the value answers.
 */
export function useQueryAtOnce<Name extends QueryName>(
  name: Name,
  input: LiveValue<Queries[Name]['input']>,
  topics: readonly Topic[],
): ReaderState<Name> {
  const reader = useReader(name, topics);

  useEffect(() => {
    let asked: string | null = null;
    const ask = () => {
      const next = input.read();
      const key = JSON.stringify(next);
      if (key === asked) return;
      asked = key;
      reader.read(next);
    };
    ask();
    return input.watch(ask);
  }, [reader, input]);

  return useLiveValue(reader.state) ?? LOADING;
}

function useReader<Name extends QueryName>(
  name: Name,
  topics: readonly Topic[],
): QueryReader<Name> {
  const { worker } = useDataSources();
  const [reader] = useState(() => createQueryReader(worker, name));
  const topicsKey = topics.join();

  useEffect(() => {
    const wanted = new Set(topicsKey.split(','));
    return worker.onChanged((changed) => {
      if (changed.some((topic) => wanted.has(topic))) reader.readAgain();
    });
  }, [worker, reader, topicsKey]);

  return reader;
}
