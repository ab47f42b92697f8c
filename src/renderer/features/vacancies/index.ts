export { useVacancyCount, VacanciesScreen } from './vacancies-screen.tsx';
export { VacancyScreen } from './vacancy-screen.tsx';
