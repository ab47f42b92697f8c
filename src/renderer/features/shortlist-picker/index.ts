export { ShortlistPicker } from './shortlist-picker.tsx';
export { useShortlistTo } from './use-shortlist-to.ts';
