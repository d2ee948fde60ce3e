import { type PanelPlugin, standardEditorsRegistry, standardFieldConfigEditorRegistry } from '@grafana/data';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const editor = (id: string) => ({ id, name: id, editor: () => null });

beforeAll(() => {
  standardEditorsRegistry.setInit(() => ['radio', 'slider', 'select', 'number', 'text'].map(editor));
  standardFieldConfigEditorRegistry.setInit(() => []);
});

test.each([
  ['attribution', { show: 'both', days: 7, rows: 10, label: 'auto' }],
  ['forecast', { horizon: 90, usage: 1 }],
  ['reconciliation', { month: '', provider: '' }],
  ['optimization', { tag: 'optimization', date: '', what: '' }],
])(
  'the %s panel loads as Grafana loads it: its id, its options with their defaults, a supplier of suggestions',
  async (name, defaults) => {
    const meta = (await import(`./${name}/plugin.json`)) as { id: string; type: string };
    const { plugin } = (await import(`./${name}/module.ts`)) as { plugin: PanelPlugin };
    expect(meta).toMatchObject({ id: `aifinops-${name}-panel`, type: 'panel' });
    expect(plugin.defaults).toEqual(defaults);
    expect(plugin.panel).not.toBeNull();
    expect(plugin.getSuggestions({ rawFrames: [], fieldCountByType: () => 0 } as never)).toBeUndefined();
  }
);

test('the optimization panel gets the dashboard’s annotations: Grafana gives them to those who say so', async () => {
  const { plugin } = await import('./optimization/module.ts');
  expect(plugin.dataSupport.annotations).toBe(true);
});
