export { FindScreen } from './find-screen.tsx';
export { forgetFind } from './find-store.ts';
