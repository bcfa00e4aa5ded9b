import { control, every } from '#harness'

control(
  'Every application synchronises by itself',
  {
    statement: 'TG-105',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-3', 'CM-2(2)'],
    remedy: 'Set `syncPolicy.automated` in the Application manifest, without `enabled: false`.',
  },
  ({ lab }) =>
    every(
      lab.argocdApplications,
      'synchronises by itself',
      ({ automated }) => automated?.isOn === true,
      ({ automated, name }) => ({ name, automated }),
    ),
)
