import { control } from '#harness'
import { sharesSpace } from './space.ts'

control(
  'Sonarr is in the network namespace that Gluetun has now',
  {
    statement: 'ZF-85',
    impact: 'critical',

    kind: 'isolation',
    standards: ['SC-7', 'AC-4', 'SC-39'],
    remedy:
      'Create sonarr anew with `docker compose up -d --force-recreate sonarr` after every restart of gluetun; give it no network of its own.',
  },
  (views) => sharesSpace(views, 'sonarr'),
)
