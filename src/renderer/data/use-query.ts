import { useEffect, useMemo, useState } from 'react';
import type { Queries, QueryName, Topic } from '#contract/queries.ts';
import { useDataSources } from './data-context.tsx';
import { useLiveValue } from './live-value.ts';
import { createQueryReader, LOADING, type QueryState } from './query-reader.ts';

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
  const { worker } = useDataSources();
  const [reader] = useState(() => createQueryReader(worker, name));
  // Inputs are plain data: the same words are the same question.
  const inputKey = JSON.stringify(input);
  const topicsKey = topics.join();

  useEffect(() => {
    reader.read(JSON.parse(inputKey) as Queries[Name]['input'] | null);
  }, [reader, inputKey]);

  useEffect(() => {
    const wanted = new Set(topicsKey.split(','));
    return worker.onChanged((changed) => {
      if (changed.some((topic) => wanted.has(topic))) reader.readAgain();
    });
  }, [worker, reader, topicsKey]);

  const read = useLiveValue(reader.state) ?? LOADING;
  return useMemo(() => {
    if (read.state !== 'ready') return read;
    const { to, ...held } = read;
    return { ...held, isCurrent: to === inputKey };
  }, [read, inputKey]);
}
