import {
  Menu as AriaMenu,
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  MenuItem,
  MenuTrigger,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { type ButtonLook, Button as OurButton } from './button.tsx';
import { cx } from './cx.ts';
import field from './field.module.css';
import { Icon, type IconName } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';
import styles from './menu.module.css';
import text from './text.module.css';

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly keys?: string | undefined;
}

/** A button that opens a menu; with `chosen` the menu shows which one is in force. */
export function MenuButton<Value extends string>(props: {
  readonly words: string;
  /** The name when the words alone do not say what the menu is for. */
  readonly label?: string;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly choices: readonly Choice<Value>[];
  readonly chosen?: Value;
  readonly onChoose: (value: Value) => void;
  /** What the chosen one means, in a sentence under the choices; heard beside the button. */
  readonly note?: string | undefined;
}) {
  return (
    <MenuTrigger>
      <OurButton
        look={props.look ?? 'quiet'}
        small={props.look !== 'frame'}
        plain={props.look === 'frame'}
        iconAfter={props.icon ?? 'down'}
        {...(props.label ? { label: props.label } : {})}
      >
        {props.words}
      </OurButton>
      <Popover placement="bottom end">
        <AriaMenu
          className={styles.menu ?? ''}
          selectionMode={props.chosen === undefined ? 'none' : 'single'}
          selectedKeys={props.chosen === undefined ? [] : [props.chosen]}
          onAction={(key) => {
            const choice = props.choices.find((each) => each.value === key);
            if (choice) props.onChoose(choice.value);
          }}
        >
          {props.choices.map((choice) => (
            <MenuItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={styles.item ?? ''}
            >
              <span>{choice.label}</span>
              {choice.keys ? <KeyCap keys={choice.keys} /> : null}
              {props.chosen === choice.value ? <Icon name="check" /> : null}
            </MenuItem>
          ))}
        </AriaMenu>
        {props.note ? <p className={cx(text.meta, styles.note)}>{props.note}</p> : null}
      </Popover>
      {props.note ? <p className={text.unseen}>{props.note}</p> : null}
    </MenuTrigger>
  );
}

/** A button that opens a menu in which any number may be ticked; Space ticks and stays. */
export function TickMenu(props: {
  readonly words: string;
  /** The name of the button: what the menu is for. */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}) {
  return (
    <MenuTrigger>
      <OurButton look="quiet" small iconAfter="down" label={props.label}>
        {props.words}
      </OurButton>
      <Popover placement="bottom start">
        <AriaMenu
          className={styles.menu ?? ''}
          selectionMode="multiple"
          selectedKeys={props.chosen}
          onSelectionChange={(keys) =>
            props.onChoose(
              props.choices
                .map(({ value }) => value)
                .filter((each) => keys === 'all' || keys.has(each)),
            )
          }
        >
          {props.choices.map(({ value, label }) => (
            <MenuItem key={value} id={value} textValue={label} className={styles.item ?? ''}>
              <span>{label}</span>
              {props.chosen.includes(value) ? <Icon name="check" /> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** One of a short list. */
export function Select<Value extends string>(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <AriaSelect
      selectedKey={props.value}
      onSelectionChange={(key) => {
        const choice = props.choices.find((each) => each.value === key);
        if (choice) props.onChange(choice.value);
      }}
    >
      <Label className={(props.hideLabel ? text.unseen : field.label) ?? ''}>{props.label}</Label>
      <Button className={styles.select ?? ''}>
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover>
        <ListBox className={styles.menu ?? ''}>
          {props.choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={styles.item ?? ''}
            >
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
