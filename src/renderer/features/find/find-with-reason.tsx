import { useId, useState } from 'react';
import type { FindQuery } from '#contract/find-query.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import facet from '#renderer/ui/facet.module.css';
import { TextField } from '#renderer/ui/field.tsx';
import { Select } from '#renderer/ui/menu.tsx';
import text from '#renderer/ui/text.module.css';
import styles from './find-screen.module.css';
import { ask } from './find-store.ts';

const NONE = 'none';
const YEARS = ['1', '2', '3', '5', '10'];
const SHORTEST_REASON = 10;

/**
 * Years since qualifying and languages: at least, never at most, and only with a reason
 * of the job, which is recorded before anybody is found by it (domain.md section 7).
 */
export function FindWithReason({
  query,
}: {
  readonly query: Pick<FindQuery, 'minYears' | 'languages'>;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [years, setYears] = useState(NONE);
  const [language, setLanguage] = useState(NONE);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const languages = useQuery('languages.read', isOpen ? {} : null, ['people']).value ?? [];
  const field = useId();
  if (query.minYears || query.languages) return null;

  function submit() {
    const why = reason.trim();
    const wanted = {
      ...(years === NONE ? {} : { minYears: { years: Number(years), reason: why } }),
      ...(language === NONE ? {} : { languages: { anyOf: [language], reason: why } }),
    };
    if (Object.keys(wanted).length === 0) return setError('Choose years or a language first');
    if (why.length < SHORTEST_REASON) {
      document.getElementById(field)?.focus();
      return setError('Say what in the job needs it, in a few words');
    }
    setIsOpen(false);
    setError(null);
    ask(wanted);
  }

  return (
    <fieldset className={facet.facet}>
      <legend>With a reason only</legend>
      {isOpen ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Select
            label="Years since qualifying"
            value={years}
            choices={[
              { value: NONE, label: 'Any' },
              ...YEARS.map((value) => ({ value, label: `At least ${value}` })),
            ]}
            onChange={setYears}
          />
          <Select
            label="Language"
            value={language}
            choices={[
              { value: NONE, label: 'Any' },
              ...languages.map((each) => ({ value: each, label: each })),
            ]}
            onChange={setLanguage}
          />
          <TextField
            id={field}
            label="What in the job needs it"
            hint="Recorded with your name"
            value={reason}
            maxLength={120}
            error={error}
            onChange={setReason}
          />
          <div className={text.actions}>
            <Button submit small>
              Search with it
            </Button>
            <Button look="quiet" small onPress={() => setIsOpen(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <Button look="quiet" small onPress={() => setIsOpen(true)}>
          Years or languages
        </Button>
      )}
    </fieldset>
  );
}
