import { useEffect, useRef } from 'react';

/** What an action is about; the screen's own subject when left out. */
export interface Subject {
  readonly id: string;
  readonly label: string;
}

type Run = (subjects?: readonly Subject[]) => void;
type RunRef = { readonly current: Readonly<Record<string, Run>> };

/** Newest last: a panel over a screen answers first. */
const answering: RunRef[] = [];

/**
 * Answers actions by name while the component is there.
 *
 * Keys, palette, menu and buttons all run the same action; `app/keys.ts` lists them.
 */
export function useActions(handlers: Readonly<Record<string, Run>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    answering.push(latest);
    return () => {
      answering.splice(answering.indexOf(latest), 1);
    };
  }, []);
}

/** Runs an action; false when nothing on screen answers to it. */
export function runAction(id: string, subjects?: readonly Subject[]): boolean {
  const run = answering.findLast((each) => id in each.current)?.current[id];
  if (!run) return false;
  run(subjects);
  return true;
}

/** Whether anything on screen answers to it now. */
export function canRun(id: string): boolean {
  return answering.some((each) => id in each.current);
}
