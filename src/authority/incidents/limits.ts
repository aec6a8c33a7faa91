/** Incidents on one page. */
export const INCIDENTS_ON_PAGE = 20;
