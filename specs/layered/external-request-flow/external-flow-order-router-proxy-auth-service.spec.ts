import { all, control, every, none } from '#harness'

control(
  'A request passes router, proxy, authentication and service in this order, or does not arrive',
  {
    statement: 'LA-64',
    impact: 'critical',
    kind: 'topology',
    standards: ['SC-7', 'AC-4', 'AC-3', 'AU-12', 'AU-8', 'PL-8', 'CIS-12.2'],
    remedy:
      'Look for the id in Loki to see which hop it left out; put `auth_request` back, or ship the log of the hop that is silent.',
  },
  ({ lab, need }) => {
    const guarded = need('proxy').names.filter(({ access }) => access !== 'public')
    const { sent, tracks } = lab.canaryTrails
    const of = (kind: string) =>
      guarded.flatMap(({ name, service }) =>
        sent
          .filter((it) => it.kind === kind && it.name === name)
          .map(({ id, status, sawService }) => ({ name, service, id, status, sawService })),
      )
    const timeAt = (id: string, job: string) => {
      const own = tracks
        .filter((it) => it.id === id && it.job === job)
        .map(({ at }) => Date.parse(at))
      return own.length === 0 ? Number.NaN : Math.min(...own)
    }
    const isInOrder = (id: string, jobs: readonly string[]) => {
      const times = jobs.map((job) => timeAt(id, job))
      return times.every((time, i) =>
        i === 0 ? !Number.isNaN(time) : time >= (times[i - 1] ?? Number.NaN) - 500,
      )
    }

    all(
      () =>
        every(guarded, 'was asked for with and without a login', ({ name }) =>
          ['request', 'login'].every((kind) => of(kind).some((it) => it.name === name)),
        ),
      () =>
        every(
          of('request'),
          'without a login, came as far as the authentication',
          ({ id, status, sawService }) =>
            isInOrder(id, ['filterlog', 'nginx', 'authelia']) &&
            (status === 302 || status === 401 || status === 403) &&
            sawService === false,
        ),
      // A log that is not shipped is silent as well: with a login the same log speaks.
      () =>
        none(of('request'), 'without a login, came to the service', ({ id, service }) =>
          tracks.some((it) => it.id === id && it.job === service),
        ),
      () =>
        every(
          of('login'),
          'with a login, came through all of them in order',
          ({ id, service, status, sawService }) =>
            isInOrder(id, ['filterlog', 'nginx', 'authelia', service]) &&
            status === 200 &&
            sawService === true,
        ),
    )
  },
)
