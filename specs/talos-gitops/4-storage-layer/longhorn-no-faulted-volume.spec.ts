import { control, every } from '#harness'

control(
  'No volume is faulted, or stuck between two states',
  {
    statement: 'TG-55',
    impact: 'critical',
    kind: 'storage',
    standards: ['CP-10', 'SI-13'],
    remedy:
      'Salvage the volume on Longhorn’s page, or restore it from its backup; a volume that cannot attach is explained in its events.',
  },
  ({ isRecent, lab, parameter }) =>
    every(
      {
        ...lab.longhornVolumes,
        items: lab.longhornVolumes.items.map(({ claim, createdAt, name, robustness, state }) => ({
          name,
          claim,
          state,
          robustness,
          createdAt,
        })),
      },
      'is neither faulted nor stuck',
      ({ createdAt, robustness, state }) =>
        robustness !== 'faulted' &&
        (state === 'attached' ||
          state === 'detached' ||
          isRecent(createdAt, parameter.seconds('p.longhorn.transition'))),
    ),
)
