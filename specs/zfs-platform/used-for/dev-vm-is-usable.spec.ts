import { all, control, that, the } from '#harness'

control(
  'A container can be tried out on vm-dev, and leaves nothing behind',
  {
    statement: 'ZF-101',
    impact: 'low',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-2', 'SA-15'],
    remedy:
      'See `systemctl status docker` on vm-dev; remove what is not needed with `docker system prune`; see the record of the canary `engine`.',
  },
  ({ ageSeconds, host, need, parameter }) => {
    const run = the(
      host(need('canaries').host).canaries,
      'canary engine',
      ({ name }) => name === 'engine',
    )
    const step = (name: string) => the(run.steps, name, (one) => one.do === name)
    const { memoryAvailableBytes, memoryBytes, rootAvailableBytes, rootBytes } =
      host('vm-dev').capacity
    const share = parameter.number('p.dev.free_share')

    all(
      () => {
        const age = ageSeconds(run.endedAt)
        that(age >= 0 && age <= parameter.seconds('p.canary.max_age'), 'it was tried lately', run)
      },
      () =>
        that(
          step('run').status === 0 &&
            step('run').sha256 !== undefined &&
            step('output').sha256 === step('run').sha256,
          'a container ran, and said what it was told to',
          { run: step('run'), output: step('output') },
        ),
      () => that(step('leftovers').count === 0, 'it is gone without a trace', step('leftovers')),
      () =>
        that(
          host('vm-dev').workloads.some(({ isRunning }) => isRunning),
          'the engine runs containers',
          { containers: host('vm-dev').workloads.map(({ name, status }) => ({ name, status })) },
        ),
      () =>
        that(
          memoryAvailableBytes >= memoryBytes * share && rootAvailableBytes >= rootBytes * share,
          'memory and disk are free',
          { memoryAvailableBytes, memoryBytes, rootAvailableBytes, rootBytes },
        ),
    )
  },
)
