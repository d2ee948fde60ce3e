import { FieldConfigProperty } from '@grafana/data';

/** Of Grafana's field options only those a panel heeds: an option that changes nothing would mislead. */
export const ownFields = (heeded: readonly FieldConfigProperty[]) => ({
  disableStandardOptions: Object.values(FieldConfigProperty).filter((property) => !heeded.includes(property)),
});
