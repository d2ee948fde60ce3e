/** The environment label where the resource has no `deployment.environment.name`. */
export const UNSPECIFIED_ENVIRONMENT = 'unspecified';
