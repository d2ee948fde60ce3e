/** The app's id in Grafana: part of its pages' and its proxy's addresses. */
export const APP_ID = 'aifinops-app';
