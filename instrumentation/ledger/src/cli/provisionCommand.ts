import { Command } from 'commander';
import { finopsOption } from './finopsOption.ts';
import { provisionAlertmanager } from './provisionAlertmanager.ts';
import { provisionGrafana } from './provisionGrafana.ts';
import { provisionPrometheus } from './provisionPrometheus.ts';

const APP_URL = 'http://127.0.0.1:3000';

/** `ai-finops provision`: alerts for the systems that send them, from the rules and the owners file. */
export function provisionCommand(): Command {
  const needsFile = () => finopsOption().makeOptionMandatory();
  return new Command('provision')
    .description('Write alert rules and whom they reach. All is checked before anything is written')
    .addCommand(
      new Command('prometheus')
        .description('Write rule files, for rule_files of Prometheus')
        .requiredOption('--out <folder>', 'where to write cost.yml and ledger.yml')
        .option('--app-url <url>', 'where people open Grafana', APP_URL)
        .action(({ out, appUrl }: { out: string; appUrl: string }) => report(provisionPrometheus(out, appUrl)))
    )
    .addCommand(
      new Command('alertmanager')
        .description('Write alertmanager.yml, with the values of the variables that contacts name')
        .addOption(needsFile())
        .requiredOption('--out <folder>', 'where to write it')
        .action(({ finops, out }: { finops: string; out: string }) => report(provisionAlertmanager(finops, out)))
    )
    .addCommand(
      new Command('grafana')
        .description('Write contact points and rules, for provisioning/alerting of Grafana')
        .addOption(needsFile())
        .requiredOption('--out <folder>', 'where to write ai-finops.yaml')
        .option('--data-source <uid>', 'the Prometheus that holds the metrics', 'aifinops-prometheus')
        .action((options: { finops: string; out: string; dataSource: string }) => report(provisionGrafana(options)))
    );
}

function report(files: readonly string[]): void {
  files.forEach((file) => console.log(`wrote ${file}`));
}
