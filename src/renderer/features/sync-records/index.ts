export { SyncRecordsScreen } from './sync-records-screen.tsx';
export { useRecovery } from './use-recovery.ts';
