import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#contract/errors.ts';
import type { Device } from '#contract/http/devices.ts';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatSince, plural } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { TextField } from '#renderer/ui/field.tsx';
import { Group } from '#renderer/ui/page.tsx';
import { Table } from '#renderer/ui/table.tsx';
import text from '#renderer/ui/text.module.css';
import { matching, wipeWords } from './device-words.ts';
import { WipeDialog } from './wipe-dialog.tsx';

/** While a wipe is not done, it is looked for this often. */
const LOOK_AGAIN_MS = 5_000;
const MOST_SHOWN = 50;
const COLUMNS = [
  { id: 'who', label: 'Recruiter' },
  { id: 'council', label: 'Council' },
  { id: 'seen', label: 'Last seen' },
  { id: 'app', label: 'App' },
  { id: 'wipe', label: 'If it is lost' },
];

/** Every laptop in use, and the way to empty one that was lost. */
export function Devices({ lockDays }: { readonly lockDays: number }) {
  const { devices, failure, look, put } = useDevices();
  const platform = usePlatform();
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState<Device | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const found = matching(devices ?? [], typed);

  async function wipe({ device, recruiter }: Device) {
    const done = await platform.request('devices.wipe', { device });
    setAsking(null);
    if (!done.ok) {
      setProblem(`The wipe was not ordered. ${errorWords(done.error.code).happened} Try again.`);
      return;
    }
    setProblem(null);
    put(done.value);
    announce(`Wipe ordered for the laptop of ${recruiter.name}`);
  }

  return (
    <Group
      title="Laptops"
      about={devices ? `${plural(devices.length, 'laptop')} seen in the last 90 days` : null}
      action={
        <Button look="quiet" small onPress={() => void look()}>
          Look again
        </Button>
      }
    >
      {problem ? (
        <p className={text.inset} role="alert">
          {problem}
        </p>
      ) : null}
      {failure ? (
        <p className={text.inset} role="status">
          {errorWords(failure.code).happened} The list comes from there: look again with a network.
        </p>
      ) : null}
      {devices ? (
        <>
          <TextField
            label="Find a laptop"
            hint="By recruiter or council"
            small
            value={typed}
            onChange={setTyped}
            below={
              found.length > MOST_SHOWN
                ? `The ${MOST_SHOWN} seen last are shown, of ${found.length}`
                : null
            }
          />
          <Table
            caption="Laptops in use"
            columns={COLUMNS}
            rows={found.slice(0, MOST_SHOWN).map((each) => ({
              id: each.device,
              cells: [
                each.recruiter.name,
                each.councils.join(', ') || 'None',
                formatSince(each.seenAt, Date.now()),
                each.appVersion ?? 'Not known',
                wipeWords(each) ?? (
                  <Button
                    look="second"
                    small
                    label={`Wipe the laptop of ${each.recruiter.name}, seen ${formatSince(each.seenAt, Date.now())}`}
                    onPress={() => setAsking(each)}
                  >
                    Wipe
                  </Button>
                ),
              ],
            }))}
          />
        </>
      ) : null}
      {asking ? (
        <WipeDialog
          device={asking}
          lockDays={lockDays}
          onWipe={() => wipe(asking)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </Group>
  );
}

function useDevices() {
  const platform = usePlatform();
  const [devices, setDevices] = useState<readonly Device[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isWaiting = devices?.some(({ wipe }) => wipe?.doneAt === null) ?? false;

  async function look() {
    const listed = await platform.request('devices.list', {});
    setFailure(listed.ok ? null : listed.error);
    if (listed.ok) setDevices(listed.value);
  }
  const looking = useRef(look);
  useEffect(() => {
    looking.current = look;
  });
  useEffect(() => {
    void looking.current();
  }, []);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void looking.current(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);

  return {
    devices,
    failure,
    look,
    put: (changed: Device) =>
      setDevices(
        (before) =>
          before?.map((each) => (each.device === changed.device ? changed : each)) ?? null,
      ),
  };
}
