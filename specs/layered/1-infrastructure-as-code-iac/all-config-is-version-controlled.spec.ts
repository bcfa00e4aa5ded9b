import { all, control, every } from '#harness'

control(
  'Every declared file of configuration is tracked, and deployed as it is tracked',
  {
    statement: 'LA-07',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-2', 'CM-2(2)', 'CM-3', 'CM-6', 'CIS-4.1'],
    remedy:
      'Take the change on the host into the repository, or deploy the tracked file again: `ansible-playbook site.yml --diff --limit HOST`.',
  },
  ({ host, lab, need, inventory }) => {
    const { deployed, envFiles } = need('iac')
    const tracked = (path: string) => lab.trackedFiles.find((file) => file.path === path)

    all(
      () =>
        every(deployed, 'is tracked and the same on its host', ({ host: on, path, source }) => {
          const there = host(on).deployedFiles.find((file) => file.path === path)?.sha256
          return there !== undefined && there === tracked(source)?.sha256
        }),
      // A container platform without a declared file would not be held to anything.
      () =>
        every(
          inventory.services
            .filter(({ runtime }) => runtime === 'docker')
            .map(({ name, host: on }) => ({ service: name, host: on })),
          'is on a host whose stacks are declared',
          ({ host: on }) =>
            deployed.some(({ host: at, path }) => at === on && /compose\.ya?ml$/.test(path)),
        ),
      () =>
        every(
          envFiles,
          'has its keys, and no other, in a tracked template',
          ({ host: on, path, template }) => {
            const keys = host(on).envFiles.files.find((file) => file.path === path)?.keys
            const named = lab.envTemplates.find((it) => it.path === template)?.keys
            return (
              keys !== undefined &&
              named !== undefined &&
              [...keys].sort().join() === [...named].sort().join()
            )
          },
        ),
    )
  },
)
