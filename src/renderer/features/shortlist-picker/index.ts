export { ShortlistPicker } from './shortlist-picker.tsx';
export { useLeaveOut } from './use-leave-out.ts';
export { useShortlistTo } from './use-shortlist-to.ts';
