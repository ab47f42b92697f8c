import styles from './chip.module.css';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import { type Choice, MenuButton, TickMenu } from './menu.tsx';

export interface ChipSpec {
  readonly id: string;
  /** The first word says how it counts: "Must be", "Within". */
  readonly how: string;
  readonly what: string;
  readonly look?: 'must' | 'can' | 'not';
  /** Other ways it could count: the chip becomes a button with a menu of them. */
  readonly ways?: {
    readonly choices: readonly Choice[];
    readonly chosen: string;
    readonly onChoose: (way: string) => void;
  };
  /** What it stands for: the chip becomes a button with a menu to tick. */
  readonly ticks?: {
    /** What the menu is for, as a listener hears it. */
    readonly label: string;
    readonly choices: readonly Choice[];
    readonly chosen: readonly string[];
    readonly onChoose: (chosen: readonly string[]) => void;
  };
  readonly onRemove: () => void;
}

/** The choices in force, each with its own way out; Delete removes too. */
export function Chips({
  label,
  chips,
}: {
  readonly label: string;
  readonly chips: readonly ChipSpec[];
}) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={label}>
      {chips.map((chip) => (
        <Chip key={chip.id} chip={chip} />
      ))}
    </ul>
  );
}

function Chip({ chip }: { readonly chip: ChipSpec }) {
  const { how, what, look, ways, ticks, onRemove } = chip;
  return (
    <li
      className={cx(styles.chip, look === 'can' && styles.can, look === 'not' && styles.not)}
      onKeyDown={(event) => {
        if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
      }}
    >
      {ways ? (
        <MenuButton
          words={`${how} ${what}`}
          label={`${how} ${what}: change how it counts`}
          choices={ways.choices}
          chosen={ways.chosen}
          onChoose={ways.onChoose}
        />
      ) : ticks ? (
        <TickMenu
          words={`${how} ${what}`}
          label={`${how} ${what}: ${ticks.label}`}
          choices={ticks.choices}
          chosen={ticks.chosen}
          onChoose={ticks.onChoose}
        />
      ) : (
        <span className={styles.words}>
          <b>{how}</b> {what}
        </span>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-label={`Remove filter: ${how} ${what}`}
        onClick={onRemove}
      >
        <Icon name="close" small />
      </button>
    </li>
  );
}
