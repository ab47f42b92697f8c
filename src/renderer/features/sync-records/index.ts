export { SyncRecordsScreen } from './sync-records-screen.tsx';
