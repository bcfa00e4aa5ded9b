/** Datasets of the layout that hold data of their own, and how often each has to be snapshotted. */
export const LEAVES = [
  { dataset: 'tank/services/infra', kind: 'services' },
  { dataset: 'tank/services/monitoring', kind: 'services' },
  { dataset: 'tank/services/apps', kind: 'services' },
  { dataset: 'tank/services/media', kind: 'services' },
  { dataset: 'tank/services/downloads', kind: 'services' },
  { dataset: 'tank/services/dev', kind: 'services' },
  { dataset: 'tank/media/user', kind: 'media' },
  { dataset: 'tank/media/movies', kind: 'media' },
  { dataset: 'tank/media/shows', kind: 'media' },
] as const

/** Every dataset of the layout. */
export const LAYOUT = [
  'tank',
  'tank/media',
  'tank/services',
  'tank/backups',
  ...LEAVES.map(({ dataset }) => dataset),
] as const
