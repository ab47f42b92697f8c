export { CompareScreen } from './compare-screen.tsx';
export { PersonScreen } from './person-screen.tsx';
export { useUnsee } from './use-unsee.ts';
