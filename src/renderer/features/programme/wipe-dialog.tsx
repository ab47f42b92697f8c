import { useState } from 'react';
import type { Device } from '#contract/http/devices.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatSince, plural } from '#renderer/ui/dates.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import text from '#renderer/ui/text.module.css';

/** Says what wiping a laptop does before it is ordered; the safe choice is to go back. */
export function WipeDialog(props: {
  readonly device: Device;
  readonly lockDays: number;
  readonly onWipe: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { recruiter, seenAt } = props.device;
  const [isAsked, setIsAsked] = useState(false);
  return (
    <Dialog title={`Wipe the laptop of ${recruiter.name}?`} onClose={props.onClose} isAlert>
      <p>Last seen {formatSince(seenAt, Date.now())}. The next time it is online:</p>
      <ul>
        <li>it destroys its keys, so that nothing on it can be read any more</li>
        <li>then it removes every person, all council work and the settings</li>
        <li>{recruiter.name} is signed out on it, and told why</li>
        <li>changes that were not sent are lost; you see here how many</li>
      </ul>
      <p>
        If it is never online again, it shows nobody after {plural(props.lockDays, 'day')} without
        sync. Other laptops of {recruiter.name} go on. This cannot be undone.
      </p>
      <div className={text.actions}>
        <Button onPress={props.onClose}>Go back</Button>
        <Button
          look="grave"
          reason={isAsked ? 'It is being ordered' : null}
          onPress={() => {
            setIsAsked(true);
            void props.onWipe();
          }}
        >
          Wipe this laptop
        </Button>
      </div>
    </Dialog>
  );
}
