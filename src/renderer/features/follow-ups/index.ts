export { FollowUpPanel } from './follow-up-panel.tsx';
