export { FirstSync } from './first-sync.tsx';
export { Locked } from './locked.tsx';
export { SignIn } from './sign-in.tsx';
