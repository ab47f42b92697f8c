export { StoriesScreen } from './stories-screen.tsx';
