const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5 14 14',
  down: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.2 3.2L13 5',
  menu: 'M2 4h12M2 8h12M2 12h12',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  up: 'M3 13.5h10M8 10.5V2.5M4.8 5.7 8 2.5l3.2 3.2',
  stopped: 'M3 8h7M7 4.5 10.5 8 7 11.5M13 3v10',
  fork: 'M8 14V9.5L4 5.5V2.5M8 9.5l4-4V2.5',
  phone:
    'M3 2.5h2.5l1.2 3.2-1.6 1.2a8.5 8.5 0 0 0 4 4l1.2-1.6 3.2 1.2V13a1.5 1.5 0 0 1-1.6 1.5A11 11 0 0 1 1.5 4.1 1.5 1.5 0 0 1 3 2.5Z',
} as const;

export type IconName = keyof typeof PATHS;

/** Always beside a word, or in a button that has a name: so it is hidden from assistive technology. */
export function Icon({
  name,
  small = false,
}: {
  readonly name: IconName;
  readonly small?: boolean;
}) {
  const size = small ? 12 : 16;
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
