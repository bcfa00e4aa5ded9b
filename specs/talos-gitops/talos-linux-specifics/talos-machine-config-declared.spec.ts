import { control, every, the } from '#harness'

control(
  'The machine configuration of every node is the one that the code renders',
  {
    statement: 'TG-93',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-2', 'CM-3', 'CM-6'],
    remedy: 'Look at `tofu plan` of the cluster: apply it, or take the change over into the code.',
  },
  ({ host, need }) => {
    const roots = host(need('tofu').host).tofuRoots
    every(need('talos').nodes, 'has the configuration of the code', ({ name }) => {
      const changes = roots.flatMap(({ plan }) => plan?.changes ?? [])
      const drift = roots.flatMap(({ plan }) => plan?.drift ?? [])
      const isOf = ({ address }: { readonly address: string }) =>
        address.includes('talos_machine_configuration_apply.') && address.includes(`"${name}"`)
      const because = `no plan of a root says anything of the configuration of ${name}`
      const { actions } = the(
        { items: changes.filter(isOf), complete: false, because },
        `configuration of ${name} in a plan`,
        () => true,
      )
      return actions.join() === 'no-op' && !drift.some(isOf)
    })
  },
)
