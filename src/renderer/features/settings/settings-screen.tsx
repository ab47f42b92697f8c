import { useEffect, useState } from 'react';
import type { RequestInput, Settings } from '#contract/ipc.ts';
import { usePlatform, useSettings } from '#renderer/data/data-context.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { errorWords, sentence } from '#renderer/ui/error-words.ts';
import { Select } from '#renderer/ui/menu.tsx';
import { Group, Page } from '#renderer/ui/page.tsx';
import { Reading } from '#renderer/ui/state.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import styles from './settings-screen.module.css';

/** How the application looks and listens on this device; every change counts at once. */
export function SettingsScreen() {
  const settings = useSettings();
  const platform = usePlatform();

  const [version, setVersion] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void platform.request('app.read', {}).then((result) => {
      if (isHere && result.ok) setVersion(result.value.appVersion);
    });
    return () => {
      isHere = false;
    };
  }, [platform]);

  async function change(part: RequestInput['settings.write']) {
    const result = await platform.request('settings.write', part);
    if (!result.ok) showToast(sentence(errorWords(result.error.code)));
  }

  return (
    <Page title="Settings" lead="They are kept on this device and change at once.">
      {settings ? (
        <Choices settings={settings} onChange={(part) => void change(part)} />
      ) : (
        <Reading />
      )}
      <Group title="About">
        <p>
          Social Work Together helps councils in England find qualified social workers who are
          willing to come back. It meets WCAG 2.2 AA as far as automatic checks can tell; tell us
          where it does not.
        </p>
        {version ? <p>Version {version}.</p> : null}
        <p>
          Place names: GeoNames (geonames.org), licence CC BY 4.0. The application: MIT licence.
        </p>
      </Group>
    </Page>
  );
}

function Choices(props: {
  readonly settings: Settings;
  readonly onChange: (part: RequestInput['settings.write']) => void;
}) {
  const { settings, onChange } = props;
  return (
    <div className={styles.choices}>
      <Select
        label="Theme"
        value={settings.theme}
        choices={[
          { value: 'system', label: 'As this computer' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
        onChange={(theme) => onChange({ theme })}
      />
      <Select
        label="Rows"
        value={settings.density}
        choices={[
          { value: 'dense', label: 'Dense' },
          { value: 'roomy', label: 'Roomy' },
        ]}
        onChange={(density) => onChange({ density })}
      />
      <Checkbox
        label="Single-letter keys, such as L to log a contact"
        isChecked={settings.singleKeys}
        onChange={(singleKeys) => onChange({ singleKeys })}
      />
    </div>
  );
}
