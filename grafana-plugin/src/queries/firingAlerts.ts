/** Which of Prometheus' own alert rules fire? Empty where Grafana evaluates them instead. Asked for now. */
export const firingAlerts = (): string => 'max without (instance, job) (ALERTS{alertstate="firing"})';
