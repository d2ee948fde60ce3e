import type { Workflow } from './workflow.ts';
import { documentsWorkflows } from './workflows/documentsWorkflows.ts';
import { engineeringWorkflows } from './workflows/engineeringWorkflows.ts';
import { searchWorkflows } from './workflows/searchWorkflows.ts';
import { supportWorkflows } from './workflows/supportWorkflows.ts';
import { unattributedWorkflows } from './workflows/unattributedWorkflows.ts';

/** Everything the company does with AI on a day of the story (0 is its last day). */
export function workflowsOn(day: number): Workflow[] {
  return [
    ...searchWorkflows(day),
    ...supportWorkflows(day),
    ...documentsWorkflows(day),
    ...engineeringWorkflows(day),
    ...unattributedWorkflows(),
  ];
}
