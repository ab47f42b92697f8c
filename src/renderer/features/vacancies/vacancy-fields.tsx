import { readWhen } from '#renderer/data/read-when.ts';
import { TextField } from '#renderer/ui/field.tsx';
import styles from './vacancies.module.css';
import type { VacancyDraft } from './vacancy-draft.ts';

interface FieldsProps {
  readonly draft: VacancyDraft;
  readonly change: (part: Partial<VacancyDraft>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** What a vacancy is called. */
export function NameFields({ draft, change, errorOf }: FieldsProps) {
  return (
    <>
      <TextField
        id="vacancy-title"
        label="Title"
        hint="For example, Duty team, Hythe"
        value={draft.title}
        maxLength={120}
        error={errorOf('vacancy-title')}
        onChange={(title) => change({ title })}
      />
      <TextField
        id="vacancy-team"
        label="Team, if it has a name"
        value={draft.team}
        maxLength={80}
        onChange={(team) => change({ team })}
      />
    </>
  );
}

/** For how many hours, and until when. */
export function TermFields({ draft, change, errorOf }: FieldsProps) {
  return (
    <div className={styles.pairs}>
      <TextField
        id="vacancy-hours"
        label="Hours a week, if set"
        value={draft.hoursPerWeek}
        error={errorOf('vacancy-hours')}
        onChange={(hoursPerWeek) => change({ hoursPerWeek })}
      />
      <TextField
        id="vacancy-closes"
        label="Closes on, if set"
        value={draft.closesOn}
        below={readWhen(draft.closesOn, Date.now()).echo ?? 'For example, 30 6 2027'}
        error={errorOf('vacancy-closes')}
        onChange={(closesOn) => change({ closesOn })}
      />
    </div>
  );
}
