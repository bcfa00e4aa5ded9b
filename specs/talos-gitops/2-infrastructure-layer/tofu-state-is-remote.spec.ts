import { all, control, every, none, the } from '#harness'

const LOCAL = ['', 'none', 'local', 'inmem']

control(
  'State is kept by a remote backend, and no file of it was ever committed',
  {
    statement: 'TG-24',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-2', 'CP-9', 'SC-28'],
    remedy:
      'Configure a backend in the root and run `tofu init -migrate-state`; remove committed state from the history, and replace the secrets in it.',
  },
  ({ host, lab, need }) => {
    const { tofuRoots, codeHistory } = host(need('tofu').host)

    all(
      () =>
        every(
          tofuRoots.map(({ root, backend }) => ({ root, backend })),
          'is initialised with a remote backend',
          ({ backend }) => !LOCAL.includes(backend),
        ),
      () =>
        every(need('tofu').roots, 'declares a remote backend', (root) => {
          const { backend } = the(lab.tofuCode, `code in ${root}`, ({ folder }) => folder === root)
          return backend !== undefined && !LOCAL.includes(backend.type)
        }),
      () =>
        none(
          {
            items: codeHistory.stateFiles,
            complete: !codeHistory.isShallow,
            because: 'older commits are missing in the checkout',
          },
          'of the history is state',
          () => true,
        ),
    )
  },
)
