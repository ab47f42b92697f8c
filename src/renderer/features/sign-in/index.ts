export { FirstSync } from './first-sync.tsx';
export { SignIn } from './sign-in.tsx';
