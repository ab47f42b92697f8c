export { TodayScreen } from './today-screen.tsx';
export { useTodayCount } from './use-today-count.ts';
